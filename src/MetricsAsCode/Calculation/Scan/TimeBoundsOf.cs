using MetricsAsCode.Calculation.States;

namespace MetricsAsCode.Calculation.Scan;

/// <summary>All bounds on one time column in one pass.</summary>
internal readonly record struct TimeBoundsOf(long[] Instants)
{
    public static TimeBoundsOf All(IEnumerable<Buckets> buckets) => new([.. buckets.SelectMany(b => b.Bounds).Distinct().Order()]);
}
