using MetricsAsCode.Compiler.Planning.Model;
using MetricsAsCode.Compiler.Symbols;

namespace MetricsAsCode.Compiler.Planning;

/// <summary>A formula and a column that it will be broken down by.</summary>
internal sealed record Breakdown(PlanNumber Formula, ColumnSymbol By);

/// <summary>The breakdowns that scorecards and tests of a module name, and those asked for besides.</summary>
internal static class Breakdowns
{
    public static IEnumerable<Breakdown> Of(ModuleSymbol module, IReadOnlyList<PlanMetric> metrics, IEnumerable<ColumnSymbol> asked)
    {
        var declared = module.Metrics.Select(m => (Metric: (MetricSymbol?)m, m.By));
        var shown = module.Scorecards.SelectMany(s => s.Items).OfType<ShowOneMetric>().Select(s => (Metric: (MetricSymbol?)s.Metric, s.By));
        var tested = module.Tests.SelectMany(t => t.Expectations).Select(e => (e.Metric, e.By));
        var everywhere = asked.SelectMany(by => metrics.Select(m => (Metric: (MetricSymbol?)m.Metric, By: (ColumnSymbol?)by)));
        return
            from breakdown in declared.Concat(shown).Concat(tested).Concat(everywhere)
            where breakdown.By is not null
            from metric in metrics
            where ReferenceEquals(metric.Metric, breakdown.Metric)
            from number in metric.Numbers
            select new Breakdown(number, breakdown.By!);
    }
}
