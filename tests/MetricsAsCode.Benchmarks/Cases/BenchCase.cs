using MetricsAsCode.Time;

namespace MetricsAsCode.Benchmarks.Cases;

/// <summary>One thing that every engine computes.</summary>
/// <param name="Id">The letter.</param>
/// <param name="Title">What it is, for the report.</param>
/// <param name="Metrics">Metrics of the benchmark's definitions.</param>
/// <param name="IsMonthly">For each month of 2025; else for the year as one.</param>
/// <param name="Target">How many times as fast as the best peer it is to be.</param>
internal sealed record BenchCase(string Id, string Title, IReadOnlyList<string> Metrics, bool IsMonthly, double Target)
{
    /// <summary>Columns to break down by, for the last month; each with all of <see cref="ByGroup"/>.</summary>
    public IReadOnlyList<string> Dimensions { get; init; } = [];

    /// <summary>The metrics that are broken down.</summary>
    public IReadOnlyList<string> ByGroup { get; init; } = [];

    /// <summary>Whether it needs columns that are no raw data: a calculator is bound anew in each measurement, so that they are part of it.</summary>
    public bool BindsAnew { get; init; }

    public IReadOnlyList<Period> Periods => IsMonthly ? Months : [Period.Year(2025)];

    public static Period LastMonth => Months[^1];

    private static readonly Period[] Months = [.. Enumerable.Range(1, 12).Select(m => Period.Month(2025, m))];
}
