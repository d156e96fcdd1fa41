using MetricsAsCode.Calculation.Binding;

namespace MetricsAsCode.Calculation.Scan;

/// <summary>What one thread has computed for the rows of the block at hand, once for all that need it.</summary>
internal abstract class Lane
{
    /// <summary>The most rows of a block: few enough that a block's lanes stay in the cache.</summary>
    public const int BlockRows = 4096;

    protected const int BlockWords = BlockRows / 64;

    /// <summary>Computes the block.</summary>
    public abstract void Fill(Block block);
}
