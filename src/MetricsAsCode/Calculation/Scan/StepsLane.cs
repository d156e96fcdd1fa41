using MetricsAsCode.Calculation.Binding;
using MetricsAsCode.Data;

namespace MetricsAsCode.Calculation.Scan;

/// <summary>The values of an own packed column as the steps from its smallest: in the same order, and half as wide.</summary>
internal sealed class StepsLane(Packed packed, Bitmap? rows) : ValueLane<uint>
{
    private readonly uint[] scratch = new uint[BlockRows];
    private readonly ulong[] known = new ulong[BlockWords];
    private int from;
    private int to;

    public override ReadOnlySpan<uint> Values => packed.Width == sizeof(uint) ? packed.Steps(from, scratch.AsSpan(0, to - from)) : scratch.AsSpan(0, to - from);

    public override ReadOnlySpan<ulong> Known => known.AsSpan(0, (to - from + 63) >> 6);

    protected override void Compute(Block block)
    {
        (from, to) = (block.From, block.To);
        packed.Steps(from, scratch.AsSpan(0, to - from));
        if (rows is null)
            Bits.SetFirst(known.AsSpan(0, (to - from + 63) >> 6), to - from);
        else
            rows.Words[(from >> 6)..((to + 63) >> 6)].CopyTo(known);
    }
}
