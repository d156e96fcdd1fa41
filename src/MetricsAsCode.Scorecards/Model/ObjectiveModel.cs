using System.Collections.Immutable;

namespace MetricsAsCode.Scorecards.Model;

/// <summary>An objective with its key results.</summary>
/// <param name="Name">The name as written.</param>
/// <param name="Label">The label, or else the name.</param>
/// <param name="Description">What it means.</param>
/// <param name="Owner">Who answers for it.</param>
/// <param name="Period">Its own period, or the scorecard's.</param>
/// <param name="HasOwnPeriod">Whether its period is not the scorecard's.</param>
/// <param name="Score">The weighted mean of its scored key results.</param>
/// <param name="Scored">E.g. <c>2 of 3 scored</c>.</param>
/// <param name="Statuses">How many key results stand how, the best first.</param>
/// <param name="KeyResults">Its key results, in the order written.</param>
/// <param name="HasProjections">Whether any key result is projected.</param>
/// <param name="Supporting">The metrics that support its key results.</param>
/// <param name="HasTrends">Whether any of them has a trend.</param>
/// <param name="Strategies">What is done for its key results.</param>
/// <param name="Initiatives">What is done for it.</param>
public sealed record ObjectiveModel(
    string Name,
    string Label,
    string? Description,
    string? Owner,
    PeriodModel Period,
    bool HasOwnPeriod,
    Figure Score,
    string Scored,
    ImmutableArray<StatusCount> Statuses,
    ImmutableArray<KeyResultModel> KeyResults,
    bool HasProjections,
    ImmutableArray<SupportModel> Supporting,
    bool HasTrends,
    ImmutableArray<ActionModel> Strategies,
    ImmutableArray<ActionModel> Initiatives)
{
    /// <summary>Its key results as a picture; null when none is drawn.</summary>
    public PictureModel? Picture { get; init; }

    /// <summary>The trends of its key results as a picture; null when none is drawn.</summary>
    public PictureModel? TrendPicture { get; init; }

    /// <summary>Whether any key result has a pace.</summary>
    public bool HasPaces => KeyResults.SelectMany(static k => k.Needs.Prepend(k)).Any(static k => k.Pace is not null);
}

/// <summary>A metric that supports a key result.</summary>
/// <param name="KeyResult">The key result's label.</param>
/// <param name="Metric">The metric over the scorecard's period.</param>
public sealed record SupportModel(string KeyResult, MetricModel Metric);

/// <summary>A strategy or initiative.</summary>
/// <param name="Label">What is done.</param>
/// <param name="For">The labels of the key results it is for, separated by commas; null when it is for the whole objective.</param>
public sealed record ActionModel(string Label, string? For);
