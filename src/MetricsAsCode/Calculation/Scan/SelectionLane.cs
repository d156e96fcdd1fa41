namespace MetricsAsCode.Calculation.Scan;

/// <summary>The rows of the block that pass all filters of a selection.</summary>
/// <param name="filters">The filters.</param>
/// <param name="living">Of rows that are read as a state, which live; null for other rows.</param>
internal sealed class SelectionLane(IReadOnlyList<FilterLane> filters, LivingLane? living = null) : Lane
{
    /// <summary>Bits of the rows that pass.</summary>
    public ulong[] Hits { get; } = new ulong[BlockWords];

    /// <summary>Bits of the rows that pass every filter but one or more that overflow.</summary>
    public ulong[] Failed { get; } = new ulong[BlockWords];

    public override void Fill(Block block)
    {
        var rows = block.To - block.From;
        var words = (rows + 63) >> 6;
        Bits.SetFirst(Hits.AsSpan(0, words), rows);
        Failed.AsSpan(0, words).Clear();
        for (var word = 0; living is not null && word < words; word++)
            Hits[word] &= living.Hits[word];
        var isDoubtful = false;
        foreach (var filter in filters)
        {
            if (filter.Overflown is { } overflown)
                Keep(filter.Hits.AsSpan(0, words), overflown);
            else
                Keep(filter.Hits.AsSpan(0, words), isDoubtful);
            isDoubtful |= filter.Overflown is not null;
        }
    }

    private void Keep(ReadOnlySpan<ulong> hits, bool isDoubtful)
    {
        for (var word = 0; word < hits.Length; word++)
            Hits[word] &= hits[word];
        for (var word = 0; isDoubtful && word < hits.Length; word++)
            Failed[word] &= hits[word];
    }

    // Of a row that overflows in a filter it is not known that it passes, but another may keep it out.
    private void Keep(ReadOnlySpan<ulong> hits, ReadOnlySpan<ulong> overflown)
    {
        for (var word = 0; word < hits.Length; word++)
        {
            Failed[word] = (Failed[word] & (hits[word] | overflown[word])) | (Hits[word] & overflown[word]);
            Hits[word] &= hits[word] & ~overflown[word];
        }
    }
}
