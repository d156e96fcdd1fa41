using System.Collections.Immutable;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Scorecards.Building;

namespace MetricsAsCode.Scorecards.Comparing;

/// <summary>Which metrics a scorecard shows, wherever on it.</summary>
public static class ShownMetrics
{
    /// <summary>Each once, in the order of the page; of a key result with a formula of its own that formula.</summary>
    public static ImmutableArray<MetricSymbol> Of(ModuleSymbol module, ScorecardSymbol scorecard) =>
        [.. Sections.Of(module, scorecard).SelectMany(s => Of(module, s)).Distinct()];

    private static IEnumerable<MetricSymbol> Of(ModuleSymbol module, Section section) => section switch
    {
        Section.NorthStar north => [north.Metric],
        Section.Objectives => module.Objectives.SelectMany(static o => o.KeyResults).SelectMany(static k => k.Metrics.Concat(k.Supporting)),
        Section.Journey journey => journey.Symbol.Stages.SelectMany(static s => s.Metrics),
        Section.Table table => table.Metrics,
        Section.Breakdown breakdown => [breakdown.Item.Metric],
        Section.Funnel funnel => funnel.Symbol.Members,
        Section.Cohort cohort => cohort.Item.Retained.Prepend(cohort.Item.Cohort.Size),
        _ => [],
    };
}
