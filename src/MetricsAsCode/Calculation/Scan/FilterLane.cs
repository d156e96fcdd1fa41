namespace MetricsAsCode.Calculation.Scan;

/// <summary>The rows of the block for which a filter is known to be true.</summary>
/// <param name="filter">The condition.</param>
/// <param name="tests">The sets that it tests, as they are for the stretch at hand.</param>
internal sealed class FilterLane(Filter filter, IReadOnlyList<MemberTest> tests) : Lane
{
    /// <summary>Bits of the rows that pass.</summary>
    public ulong[] Hits { get; } = new ulong[BlockWords];

    /// <summary>Bits of the rows for which the condition overflows; null when there are none.</summary>
    public ulong[]? Overflown { get; private set; }

    protected override void Compute(Block block)
    {
        if (tests.Count > 0)
            block = block.With(tests);
        Overflown = null;
        var hits = Hits.AsSpan(0, (block.To - block.From + 63) >> 6);
        hits.Clear();
        try
        {
            filter.Kernel(block, hits);
        }
        catch (OverflowException)
        {
            FillSingly(block, hits);
        }
    }

    // One row at a time, to tell the rows that overflow from those that do not.
    private void FillSingly(Block block, Span<ulong> hits)
    {
        hits.Clear();
        Span<ulong> one = stackalloc ulong[1];
        for (var row = 0; row < block.To - block.From; row++)
        {
            one[0] = 0;
            try
            {
                filter.Kernel(block.Row(row), one);
                if (one[0] != 0)
                    Bits.Set(hits, row);
            }
            catch (OverflowException)
            {
                Bits.Set(Overflown ??= new ulong[BlockWords], row);
            }
        }
    }
}
