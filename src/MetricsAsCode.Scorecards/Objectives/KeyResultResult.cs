using System.Collections.Immutable;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Objectives;
using MetricsAsCode.Results;

namespace MetricsAsCode.Scorecards.Objectives;

/// <summary>One key result, measured and scored.</summary>
/// <param name="Definition">What was declared.</param>
/// <param name="Current">The metric over the objective's period, of a milestone from its start to the as-of; of a compound no value.</param>
/// <param name="BaselinePeriod">The period before, or that of <c>versus</c>; null when the calendar has none.</param>
/// <param name="Baseline">The metric over it; null without a baseline period.</param>
/// <param name="Outcome">Score, status, target value and projection.</param>
public sealed record KeyResultResult(
    KeyResultSymbol Definition,
    Measurement Current,
    Period? BaselinePeriod,
    Measurement? Baseline,
    KeyResultScore Outcome)
{
    /// <summary>Each thing that a compound key result needs; empty for others.</summary>
    public ImmutableArray<KeyResultResult> Needs { get; init; } = [];
}
