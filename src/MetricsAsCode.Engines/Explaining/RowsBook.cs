using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Binding.Model.Printing;
using MetricsAsCode.Engines.Reference;
using MetricsAsCode.Engines.Reference.Rows;
using MetricsAsCode.Time;

namespace MetricsAsCode.Engines.Explaining;

/// <summary>What a leaf reads of rows: values of them, or those for which a condition holds; inside a <c>per</c> also whose they are.</summary>
internal sealed record Reading(BoundRows Rows, RowExpression? Value = null, RowExpression? Condition = null, RowColumn? Entity = null);

/// <summary>Collects the rows behind a formula, each reading at each stretch of days once, numbered in reading order.</summary>
internal sealed class RowsBook(ReferenceEngine engine, LetNames names, RowSampler sampler, Context root)
{
    private readonly Dictionary<(Reading Reading, Stretch Days), ExplainedRows> pages = [];

    public IReadOnlyList<ExplainedRows> Pages => [.. pages.Values.OrderBy(p => p.Number)];

    /// <summary>The rows of a leaf at a period; of a group, if one is looked at, but always of all entities.</summary>
    /// <exception cref="NoValueException">A window of the rows leads nowhere.</exception>
    public ExplainedRows At(Reading reading, Context context)
    {
        var selector = engine.Parts!.Rows;
        var days = selector.StretchOf(reading.Rows, context.Period);
        // Two periods can meet at one stretch: that of the rows is what counts, and their own windows are done.
        if (!pages.TryGetValue((reading, days), out var page))
            pages.Add((reading, days), page = Page(reading, context with { Restrictions = root.Restrictions }, days));
        return page;
    }

    private ExplainedRows Page(Reading reading, Context context, Stretch days)
    {
        var rows = reading.Rows;
        string shown = DaysText.Of(rows, days, engine.Calendar, engine.AsOf!.Value);
        var funnel = new FunnelBuilder(engine, rows, context, shown);
        foreach (var condition in rows.Conditions.SelectMany(Conjuncts.Of))
            funnel.Filter(condition, Words(condition), "filter");
        var left = funnel.Left;
        if (reading.Condition is { } share)
        {
            foreach (var condition in Conjuncts.Of(share))
                funnel.Filter(condition, Words(condition), "share");
        }

        var columns = sampler.Columns(reading, context);
        var samples = reading.Condition is null
            ? [sampler.Sample("rows", left, columns, rows, funnel.Values)]
            : new[] { sampler.Sample("numerator", funnel.Left, columns, rows, funnel.Values), sampler.Sample("denominator", left, columns, rows, funnel.Values) };
        return new ExplainedRows(
            pages.Count + 1,
            rows.Source.Name,
            names.In(RowsText.Of(rows), names.Of(rows)),
            names.Of(rows)?.Name,
            RowSelector.TimeOf(rows) is { } time ? RowPrinter.Path(time) : null,
            reading.Entity is { } entity ? RowPrinter.Path(entity) : null,
            shown,
            funnel.Stages,
            reading.Value is { } value ? Known(value, left, funnel.Values) : null,
            [.. columns.Select(c => c.Heading)],
            samples);
    }

    private string Words(RowExpression condition) => names.In(RowPrinter.Print(condition));

    private static ExplainedValues Known(RowExpression value, IReadOnlyList<int> rows, RowEvaluator values)
    {
        long known = rows.Count(row => Safely.Value(values, value, row) is not null);
        return new ExplainedValues(new RowPrinter().Visit(value).Text, known, rows.Count - known);
    }
}
