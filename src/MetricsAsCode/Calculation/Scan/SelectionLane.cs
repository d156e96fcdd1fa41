using System.Runtime.CompilerServices;

namespace MetricsAsCode.Calculation.Scan;

/// <summary>The rows of the block that pass all filters of a selection.</summary>
/// <param name="filters">The filters.</param>
/// <param name="living">Of rows that are read as a state, which live; null for other rows.</param>
internal sealed class SelectionLane(IReadOnlyList<FilterLane> filters, LivingLane? living = null) : Lane
{
    /// <summary>Bits of the rows that pass.</summary>
    public ulong[] Hits { get; } = new ulong[BlockWords];

    /// <summary>Whether any row passes, or may.</summary>
    public bool IsEmpty { get; private set; }

    /// <summary>Whether there are rows that pass every filter but one or more that overflow.</summary>
    public bool IsDoubtful { get; private set; }

    /// <summary>Bits of the rows that pass every filter but one or more that overflow.</summary>
    public ulong[] Failed { get; } = new ulong[BlockWords];

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    protected override void Compute(Block block)
    {
        var rows = block.To - block.From;
        var words = (rows + 63) >> 6;
        Bits.SetFirst(Hits.AsSpan(0, words), rows);
        Failed.AsSpan(0, words).Clear();
        living?.Fill(block);
        for (var word = 0; living is not null && word < words; word++)
            Hits[word] &= living.Hits[word];
        IsDoubtful = false;
        foreach (var filter in filters)
        {
            filter.Fill(block);
            if (filter.Overflown is { } overflown)
                Keep(filter.Hits.AsSpan(0, words), overflown);
            else
                Keep(filter.Hits.AsSpan(0, words), IsDoubtful);
            IsDoubtful |= filter.Overflown is not null;
        }

        IsEmpty = !IsDoubtful && !Hits.AsSpan(0, words).ContainsAnyExcept(0UL);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
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
