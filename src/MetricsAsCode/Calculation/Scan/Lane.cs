namespace MetricsAsCode.Calculation.Scan;

/// <summary>What one thread computes for the rows of the block at hand: when it is first asked for, and then once for all that need it.</summary>
internal abstract class Lane
{
    /// <summary>The most rows of a block: few enough that a block's lanes stay in the cache.</summary>
    public const int BlockRows = 4096;

    protected const int BlockWords = BlockRows / 64;

    private Block? filled;

    /// <summary>Computes the block, unless that has been done.</summary>
    public void Fill(Block block)
    {
        if (ReferenceEquals(filled, block))
            return;
        Compute(block);
        filled = block;
    }

    protected abstract void Compute(Block block);
}
