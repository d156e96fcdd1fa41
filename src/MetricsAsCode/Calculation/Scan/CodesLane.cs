using MetricsAsCode.Calculation.Binding;
using MetricsAsCode.Kernels;

namespace MetricsAsCode.Calculation.Scan;

/// <summary>The entity of each row of the block, as a value.</summary>
internal sealed class CodesLane(RowCodes codes) : ValueLane<int>
{
    private readonly int[] moved = new int[BlockRows];
    private readonly ulong[] known = new ulong[BlockWords];
    private int from;
    private int to;

    public override ReadOnlySpan<int> Values => codes.IsPlain ? codes.Plain(from, to) : moved.AsSpan(0, to - from);

    public override ReadOnlySpan<ulong> Known => known.AsSpan(0, (to - from + 63) >> 6);

    protected override void Compute(Block block)
    {
        (from, to) = (block.From, block.To);
        if (!codes.IsPlain)
            codes.Fill(from, moved.AsSpan(0, to - from));
        ColumnKernel.MarkKnown(Values, known.AsSpan(0, (to - from + 63) >> 6));
    }
}
