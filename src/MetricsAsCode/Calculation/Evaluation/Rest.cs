using MetricsAsCode.Calculation.Binding;

namespace MetricsAsCode.Calculation.Evaluation;

/// <summary>What a value rests on, for each member of a scope.</summary>
/// <param name="N">The n of the first leaf in reading order that was computed; null when none was.</param>
/// <param name="LeftOut">Entities that the outermost <c>per</c>s of a formula leave out.</param>
internal sealed record Rest(long[]? N, long[] LeftOut);
