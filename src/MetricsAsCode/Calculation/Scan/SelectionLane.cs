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
        foreach (var filter in filters)
        {
            for (var word = 0; word < words; word++)
            {
                var overflown = filter.Overflown is { } doubtful ? doubtful[word] : 0;
                Failed[word] = (Failed[word] & (filter.Hits[word] | overflown)) | (Hits[word] & overflown);
                Hits[word] &= filter.Hits[word] & ~overflown;
            }
        }
    }
}
