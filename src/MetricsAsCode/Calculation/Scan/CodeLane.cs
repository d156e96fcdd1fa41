using MetricsAsCode.Calculation.Binding;

namespace MetricsAsCode.Calculation.Scan;

/// <summary>The member of a scope that each row of the block belongs to.</summary>
internal sealed class CodeLane(RowCodes codes) : Lane
{
    private readonly int[] moved = new int[BlockRows];
    private int from;
    private int to;

    /// <summary>By row the member's number; -1 for none.</summary>
    public ReadOnlySpan<int> Codes => codes.IsPlain ? codes.Plain(from, to) : moved.AsSpan(0, to - from);

    protected override void Compute(Block block)
    {
        (from, to) = (block.From, block.To);
        if (!codes.IsPlain)
            codes.Fill(from, moved.AsSpan(0, to - from));
    }
}
