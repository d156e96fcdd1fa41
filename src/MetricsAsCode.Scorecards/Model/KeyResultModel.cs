using System.Collections.Immutable;

namespace MetricsAsCode.Scorecards.Model;

/// <summary>One row of an objective.</summary>
/// <param name="Id"><c>objective.key_result</c>.</param>
/// <param name="Label">The label, or else the name.</param>
/// <param name="Metric">The label of the metric that is measured; null when the key result writes its own formula.</param>
/// <param name="Link">Where the key result is defined.</param>
/// <param name="Baseline">Where it starts from: the A of <c>from A to B</c>, else the value over the baseline period.</param>
/// <param name="BaselinePeriod">The baseline period's name; null when the definition names the start itself.</param>
/// <param name="Current">The value over the objective's period, as far as the data reach.</param>
/// <param name="N">The rows or entities it rests on.</param>
/// <param name="Projected">An additive metric continued to the period's end; null when there is no projection.</param>
/// <param name="Target">The value to get to.</param>
/// <param name="TargetText">The target in words, e.g. <c>at least 90.0%</c> or <c>decrease by 20.0% to 9.6%</c>.</param>
/// <param name="Score">0 to 1.</param>
/// <param name="IsProjectionScored">Whether the projection rather than the current value was scored.</param>
/// <param name="Elapsed">The part of the objective's period that has elapsed: what a score on a path is compared with.</param>
/// <param name="Status">How it stands.</param>
/// <param name="StatusText">The status in words, with the reason when there is no score, e.g. <c>no data: no rows</c>.</param>
/// <param name="Reason">Why there is no score; null when there is one.</param>
/// <param name="Owner">Who answers for it.</param>
/// <param name="Caveats">What to bear in mind about the current value; null when there is nothing.</param>
/// <param name="Weight">Its weight in the objective's score, e.g. <c>2</c>; null for 1.</param>
public sealed record KeyResultModel(
    string Id,
    string Label,
    string? Metric,
    LinkModel Link,
    Figure Baseline,
    string? BaselinePeriod,
    Figure Current,
    Figure N,
    Figure? Projected,
    Figure Target,
    string TargetText,
    Figure Score,
    bool IsProjectionScored,
    Figure Elapsed,
    StatusModel Status,
    string StatusText,
    string? Reason,
    string? Owner,
    string? Caveats,
    string? Weight)
{
    /// <summary>What it aims at, as numbers; null when that is no number or cannot be said.</summary>
    public AimModel? Aim { get; init; }

    /// <summary>Its metric over time; null unless the scorecard asks for trends.</summary>
    public TrendModel? Trend { get; init; }

    /// <summary>
    /// How fast it gets on: the score over the score that is due by now, so 1 arrives on time. Without a number for a level, which is met or not, once the period is over
    /// and while there is no score.
    /// </summary>
    public Figure? Pace { get; init; }

    /// <summary>Each thing that it takes, if it is made of needs; empty for others. It has no current value then.</summary>
    public ImmutableArray<KeyResultModel> Needs { get; init; } = [];

    /// <summary>Whether it is made of needs.</summary>
    public bool HasNeeds => !Needs.IsEmpty;
}
