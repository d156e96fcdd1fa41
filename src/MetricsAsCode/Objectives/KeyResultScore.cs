using MetricsAsCode.Values;

namespace MetricsAsCode.Objectives;

/// <summary>How a key result stands.</summary>
public sealed record KeyResultScore
{
    /// <summary>0 to 1; null when there is none.</summary>
    public required double? Score { get; init; }

    /// <summary>Why there is no score; null when there is one.</summary>
    public required Reason? Reason { get; init; }

    /// <summary>How it stands at the as-of.</summary>
    public required KeyResultStatus Status { get; init; }

    /// <summary>Where the path begins: the A of <c>from A to B</c>, or the baseline; null for levels.</summary>
    public Value? Start { get; init; }

    /// <summary>The value to get to; for <see cref="Between"/> the nearer end of the range; no value when the baseline has none.</summary>
    public Value TargetValue { get; init; }

    /// <summary>An additive metric continued to the period's end at its pace so far; null before a tenth has elapsed, once the period is over, and for other metrics.</summary>
    public Value? Projection { get; init; }

    /// <summary>
    /// The score that a path is to have reached by now: the elapsed part of the period, or 1 where the projection is scored. Null for a level, which is met or not, and
    /// unless the period is running and there is a score.
    /// </summary>
    public double? Due { get; init; }

    /// <summary>Whether the projection, not the actual value, was scored.</summary>
    public bool IsProjectionScored { get; init; }
}
