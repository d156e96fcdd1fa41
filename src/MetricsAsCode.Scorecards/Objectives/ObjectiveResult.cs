using System.Collections.Immutable;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Objectives;

namespace MetricsAsCode.Scorecards.Objectives;

/// <summary>One objective over its period.</summary>
/// <param name="Definition">What was declared.</param>
/// <param name="Period">Its own period, or the one it was asked for.</param>
/// <param name="Progress">How far that period has come; null when there is no as-of or the calendar has no such period.</param>
/// <param name="KeyResults">Its key results, in the order written.</param>
/// <param name="Score">The weighted mean of those that have a score.</param>
public sealed record ObjectiveResult(
    ObjectiveSymbol Definition,
    Period Period,
    PeriodProgress? Progress,
    ImmutableArray<KeyResultResult> KeyResults,
    ObjectiveScore Score);
