using MetricsAsCode.Results;
using MetricsAsCode.Time;

namespace MetricsAsCode.Objectives;

/// <summary>All that the score of a key result depends on.</summary>
public sealed record KeyResultInput
{
    /// <summary>What it aims at.</summary>
    public required KeyResultTarget Target { get; init; }

    /// <summary>The metric over the objective's period, as far as the data reach.</summary>
    public required Measurement Value { get; init; }

    /// <summary>How far the objective's period has come.</summary>
    public required PeriodProgress Progress { get; init; }

    /// <summary>The metric over the baseline period: the period before, or that of <c>versus</c>. Only <see cref="ChangeBy"/> reads it.</summary>
    public Measurement? Baseline { get; init; }

    /// <summary>The end of the baseline period; null: not to be checked against the data.</summary>
    public Instant? BaselineEnd { get; init; }

    /// <summary>The earliest row of the metric's sources; null: they have no dated row.</summary>
    public Instant? EarliestRow { get; init; }

    /// <summary>Whether the metric adds up over time: counts and sums of events without window, <c>per</c> or <c>each</c>.</summary>
    public bool IsAdditive { get; init; }

    /// <summary>Whether the metric reads <c>over previous</c> and has no <c>every</c>: then only whole periods compare.</summary>
    public bool ReadsPreviousWithoutEvery { get; init; }
}
