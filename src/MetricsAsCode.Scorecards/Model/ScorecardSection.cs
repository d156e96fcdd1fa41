using System.Collections.Immutable;

namespace MetricsAsCode.Scorecards.Model;

/// <summary>One part of a scorecard; exactly one of its members is set.</summary>
public sealed record ScorecardSection
{
    /// <summary><c>show north star</c></summary>
    public MetricModel? NorthStar { get; init; }

    /// <summary><c>show objectives</c></summary>
    public ImmutableArray<ObjectiveModel>? Objectives { get; init; }

    /// <summary><c>show journey</c></summary>
    public JourneyModel? Journey { get; init; }

    /// <summary><c>show metrics</c>, and single metrics shown one after the other.</summary>
    public MetricTable? Metrics { get; init; }

    /// <summary><c>show aov by customers.city</c></summary>
    public BreakdownModel? Breakdown { get; init; }

    /// <summary>A funnel, step by step.</summary>
    public FunnelModel? Funnel { get; init; }

    /// <summary>A cohort's triangle.</summary>
    public CohortModel? Cohort { get; init; }
}

/// <summary>Metrics in a table.</summary>
/// <param name="Rows">In the order shown.</param>
/// <param name="Against">The period that they are compared with; null when it is not the same for all.</param>
/// <param name="HasTrends">Whether any of them has a trend.</param>
public sealed record MetricTable(ImmutableArray<MetricModel> Rows, string? Against, bool HasTrends)
{
    /// <summary>Their trends as a picture; null when none is drawn.</summary>
    public PictureModel? Picture { get; init; }
}
