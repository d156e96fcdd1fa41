using MetricsAsCode.Calculation.Binding;
using MetricsAsCode.Kernels;

namespace MetricsAsCode.Calculation.Scan;

/// <summary>The elementary stretch of time of each row of the block, among all that the pass needs on one time column.</summary>
internal sealed class TimeLane(TimeColumn time, TimeBounds bounds) : Lane
{
    /// <summary>1 + the stretch's number; 0 without a time.</summary>
    public int[] Buckets { get; } = new int[BlockRows];

    public override void Fill(Block block) => time.Fill(block.From, bounds, Buckets.AsSpan(0, block.To - block.From));
}
