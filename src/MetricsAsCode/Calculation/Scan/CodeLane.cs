using MetricsAsCode.Calculation.Binding;
using MetricsAsCode.Kernels;

namespace MetricsAsCode.Calculation.Scan;

/// <summary>The member of a scope that each row of the block belongs to.</summary>
internal sealed class CodeLane(RowCodes codes) : Lane
{
    /// <summary>The member's number; -1 for none.</summary>
    public int[] Codes { get; } = new int[BlockRows];

    public override void Fill(Block block) => codes.Fill(block.From, Codes.AsSpan(0, block.To - block.From));
}
