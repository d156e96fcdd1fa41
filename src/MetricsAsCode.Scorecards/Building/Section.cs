using System.Collections.Immutable;
using MetricsAsCode.Compiler.Symbols;

namespace MetricsAsCode.Scorecards.Building;

/// <summary>One part of a scorecard, with the metrics that it shows by themselves.</summary>
internal abstract record Section
{
    internal sealed record NorthStar(MetricSymbol Metric) : Section;

    internal sealed record Objectives : Section;

    internal sealed record Journey(JourneySymbol Symbol) : Section;

    internal sealed record Table(ImmutableArray<MetricSymbol> Metrics) : Section;

    internal sealed record Funnel(FunnelSymbol Symbol) : Section;

    internal sealed record Cohort(ShowCohort Item) : Section;

    internal sealed record Breakdown(ShowOneMetric Item) : Section;
}
