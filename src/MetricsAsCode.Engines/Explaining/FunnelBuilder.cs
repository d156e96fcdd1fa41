using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Binding.Model.Printing;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Engines.Reference;
using MetricsAsCode.Engines.Reference.Rows;

namespace MetricsAsCode.Engines.Explaining;

// 1. All rows of the source. 2. Those of the group, if there is one. 3. Of a dated source those with a time, 4. those before the as-of, 5. those of the stretch.
// 6. One stage for each part of each condition, over the rows left by the one before.

/// <summary>Narrows the rows of a source down, one condition after the other.</summary>
internal sealed class FunnelBuilder
{
    private readonly List<FunnelStage> stages = [];

    public FunnelBuilder(ReferenceEngine engine, BoundRows rows, Context context, string days)
    {
        var (data, source) = (engine.Data, rows.Source);
        // Without its filters, the selection is the period's rows and what computes their values.
        var selected = engine.Parts!.Rows.Select(rows with { Steps = new([.. rows.Steps.Where(s => s is not RowFilter)]) }, context);
        Values = selected.Values;
        Left = [.. Enumerable.Range(0, data.RowCount(source))];
        stages.Add(new FunnelStage($"rows of `{source.Name}`", "source", Left.Count, 0, 0));
        foreach (var group in context.Restrictions.OfType<GroupRestriction>())
            Group(group, source);
        if (RowSelector.TimeOf(rows) is { } time)
        {
            string column = RowPrinter.Path(time);
            Keep($"`{column}` is known", "time", row => data.TimeOf(time, row) is null ? null : true);
            Keep($"before the as-of, {DaysText.Day(engine.Calendar.LastDayBefore(engine.AsOf!.Value))} included", "as_of", row => data.TimeOf(time, row) < engine.AsOf);
        }

        var inPeriod = selected.Rows.ToHashSet();
        if (selected.Time is not null)
            Keep(In(rows, days), "period", row => inPeriod.Contains(row));
    }

    public RowEvaluator Values { get; }

    /// <summary>The rows left, in the order of the table.</summary>
    public IReadOnlyList<int> Left { get; private set; }

    public IReadOnlyList<FunnelStage> Stages => stages;

    public void Filter(RowExpression condition, string words, string kind) =>
        Keep(words, kind, row => ScalarAlgebra.Truth(Safely.Value(Values, condition, row)));

    private static string In(BoundRows rows, string days) =>
        rows.IsState ? $"valid at the {days}" : days.StartsWith("up to", StringComparison.Ordinal) ? days : $"in {days}";

    private void Group(GroupRestriction group, SourceSymbol source)
    {
        var path = group.PathFrom(source);
        string name = group.Value is null ? "(missing)" : CellText.Name(group.Value);
        Keep($"{RowPrinter.Path(path)} = {name}", "group", row => group.Allows(Values.Evaluate(path, row)));
    }

    private void Keep(string text, string kind, Func<int, bool?> condition)
    {
        var judged = Left.Select(row => (Row: row, Truth: condition(row))).ToList();
        Left = [.. judged.Where(j => j.Truth == true).Select(j => j.Row)];
        stages.Add(new FunnelStage(text, kind, Left.Count, judged.Count(j => j.Truth == false), judged.Count(j => j.Truth is null)));
    }
}
