namespace MetricsAsCode.Calculation.States;

/// <summary>One exact number of 64 bits for each member of a scope, all of one scale.</summary>
/// <param name="Values">The numbers × 10^<paramref name="Scale"/>.</param>
/// <param name="Scale">The digits behind the point.</param>
/// <param name="IsMoney">Whether they are amounts of money.</param>
internal readonly record struct ExactNumbers(long[] Values, int Scale, bool IsMoney);
