namespace MetricsAsCode.Calculation.Scan;

/// <summary>A stretch of time as rows are compared with it: microseconds, cut off at the as-of. Half-open; empty when it begins at or after its end.</summary>
/// <param name="Start">The first instant; <see cref="long.MinValue"/> for the beginning of time.</param>
/// <param name="End">The instant behind the last.</param>
internal readonly record struct Cut(long Start, long End)
{
    public bool IsEmpty => Start >= End;
}
