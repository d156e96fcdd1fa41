using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Objectives;
using MetricsAsCode.Results;

namespace MetricsAsCode.Scorecards.Objectives;

/// <summary>One key result, measured and scored.</summary>
/// <param name="Definition">What was declared.</param>
/// <param name="Current">The metric over the objective's period.</param>
/// <param name="BaselinePeriod">The period before, or that of <c>versus</c>; null when the calendar has none.</param>
/// <param name="Baseline">The metric over it; null without a baseline period.</param>
/// <param name="Outcome">Score, status, target value and projection.</param>
public sealed record KeyResultResult(
    KeyResultSymbol Definition,
    Measurement Current,
    Period? BaselinePeriod,
    Measurement? Baseline,
    KeyResultScore Outcome);
