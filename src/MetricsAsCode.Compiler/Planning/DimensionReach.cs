using MetricsAsCode.Compiler.Planning.Model;
using MetricsAsCode.Compiler.Symbols;

namespace MetricsAsCode.Compiler.Planning;

/// <summary>Which sources a metric rests on, and whether all of them reach a column that it is to be broken down by.</summary>
public static class DimensionReach
{
    /// <summary>The sources whose rows a metric aggregates, and those of its keys, in reading order.</summary>
    public static IReadOnlyList<SourceSymbol> SourcesOf(Plan plan, MetricSymbol metric)
    {
        var formula = plan.Metrics.First(m => ReferenceEquals(m.Metric, metric)).Formula;
        var leaves = PlanParts.Leaves(formula).Select(id => plan.Selections[plan.Aggregates[id].Selection].Source);
        return [.. leaves.Concat(PlanParts.Keys(formula).SelectMany(k => k.Paths).Select(p => p.Source)).Distinct()];
    }

    /// <summary>The sources of a metric that do not reach a column by references, or reach it on more ways than one.</summary>
    public static IReadOnlyList<SourceSymbol> WithoutPath(Plan plan, MetricSymbol metric, ColumnSymbol by) =>
        [.. SourcesOf(plan, metric).Where(s => ReferencePath.Find(s, by) is null)];
}
