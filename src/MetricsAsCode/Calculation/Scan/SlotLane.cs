using MetricsAsCode.Calculation.Binding;
using MetricsAsCode.Kernels;

namespace MetricsAsCode.Calculation.Scan;

/// <summary>The slot of each row of the block: its member and the stretch of time that is asked for.</summary>
/// <param name="time">The rows' elementary stretches; null when all rows count in every stretch.</param>
/// <param name="codes">The rows' members; null when there is one.</param>
/// <param name="wanted">By elementary stretch (0 for no time) the bucket asked for, -1 for none.</param>
/// <param name="buckets">How many buckets are asked for.</param>
internal sealed class SlotLane(TimeLane? time, CodeLane? codes, int[] wanted, int buckets) : Lane
{
    /// <summary>The slot; -1 for none.</summary>
    public int[] Slots { get; } = new int[BlockRows];

    public override void Fill(Block block)
    {
        var rows = block.To - block.From;
        CodeKernel.Slots(
            time is null ? [] : time.Buckets.AsSpan(0, rows), wanted, codes is null ? [] : codes.Codes.AsSpan(0, rows), buckets, Slots.AsSpan(0, rows));
    }
}
