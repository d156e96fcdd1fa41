using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Diagnostics;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Data;
using MetricsAsCode.Engines.Reference;
using MetricsAsCode.Engines.Reference.Measures;
using MetricsAsCode.Results;
using MetricsAsCode.Time;

namespace MetricsAsCode.Engines.Explaining;

/// <summary>
/// Explains metrics over given tables: each part of a formula is evaluated by the reference evaluator, by which every other engine is tested,
/// and each row, entity and unit that counts or does not is found by what that evaluator itself selects rows with.
/// </summary>
/// <param name="module">The module of the metric; names of its <c>let</c>s are used.</param>
/// <param name="engine">The evaluator over the tables.</param>
/// <param name="frames">The tables, by the names the evaluator was given them.</param>
public sealed class Explainer(ModuleSymbol module, ReferenceEngine engine, IReadOnlyDictionary<string, DataFrame> frames)
{
    /// <summary>The groups of a breakdown in a period, in order; null is that of rows that have none.</summary>
    public IReadOnlyList<string?> Groups(MetricSymbol metric, Period period, ColumnSymbol by) =>
        engine.Parts is { } parts && engine.Calendar.Resolve(period, engine.AsOf).TryGet(out var days, out _)
            ? [.. parts.Groups.Of(new MetricMeasure(metric), days, by).Select(g => g is null ? null : GroupText.Of(g, by))]
            : [];

    /// <summary>Explains a metric in a period.</summary>
    /// <param name="metric">The metric.</param>
    /// <param name="period">The period.</param>
    /// <param name="group">One of <see cref="Groups"/>; null for all rows.</param>
    /// <param name="most">How many rows, and how many of the largest and smallest entities, are shown of each.</param>
    /// <exception cref="PeriodException">The calendar has no such days.</exception>
    /// <exception cref="ArgumentException">There is no such group.</exception>
    public Explanation Explain(MetricSymbol metric, Period period, ExplainedGroup? group = null, int most = 5)
    {
        var days = engine.Calendar.StretchOf(period, engine.AsOf);
        string shown = DaysText.Of(days, engine.Calendar);
        if (engine.Parts is not { } parts)
            return WithoutData(metric, period, shown, group);
        var context = new Context(days);
        if (group is not null)
            context = context.With(Restriction(metric, days, group, parts));
        var names = new LetNames(module.Lets);
        var book = new RowsBook(engine, names, new RowSampler(engine, frames, module.Name, most), context);
        var evidence = new Evidence(engine, names, book, new EntityListing(engine, most), most);
        var formula = new StepVisitor(evidence, new Place(context, metric.Location)).Visit(new MetricMeasure(metric));
        var leftOut = LeftOuts.Of(formula, book.Pages).ToList();
        var rate = metric.Sample is { } sample && (group is null || DimensionPath.Reaches(sample.Asked, group.By))
            ? new StepVisitor(evidence, new Place(context, metric.Location)).Visit(sample.ResponseRate) : null;
        return new Explanation(metric, period, shown, group, engine.Calendar.LastDayBefore(engine.AsOf!.Value), formula, book.Pages, leftOut)
        {
            ResponseRate = rate is null ? null : rate with { Notes = ["response rate", .. rate.Notes] },
        };
    }

    private Explanation WithoutData(MetricSymbol metric, Period period, string days, ExplainedGroup? group)
    {
        var found = engine.Evaluate(new MetricMeasure(metric), engine.Calendar.StretchOf(period));
        var formula = new ExplainedStep("metric", $"{metric.Name} = {metric.Formula}", days, [])
        {
            Name = metric.Name,
            Written = metric.Formula,
            Place = metric.Location,
            Found = found,
            Why = "no source has a dated row, and no as-of is given",
        };
        return new Explanation(metric, period, days, group, null, formula, [], []);
    }

    private static GroupRestriction Restriction(MetricSymbol metric, Stretch days, ExplainedGroup group, MeasureEvaluator parts)
    {
        foreach (var value in parts.Groups.Of(new MetricMeasure(metric), days, group.By))
        {
            if (string.Equals(value is null ? null : GroupText.Of(value, group.By), group.Name, StringComparison.Ordinal))
                return new GroupRestriction(group.By, value);
        }

        throw new ArgumentException($"`{metric.Name}` has no group {group}.");
    }
}
