namespace MetricsAsCode.Kernels;

/// <summary>Ranks of values from 0 on, read off how often each occurs.</summary>
internal sealed class CountedRanks : IRanks<uint>
{
    private const int PageBits = 10;

    private readonly int[] counts;
    private readonly long[] starts;

    /// <param name="counts">By value how often it occurs; not to be written to while ranks are asked for.</param>
    public CountedRanks(int[] counts)
    {
        this.counts = counts;
        starts = new long[((counts.Length - 1) >> PageBits) + 2];
        for (var page = 0; page < starts.Length - 1; page++)
        {
            long count = 0;
            foreach (var some in Page(page))
                count += some;
            starts[page + 1] = starts[page] + count;
        }
    }

    /// <inheritdoc/>
    public long Count => starts[^1];

    /// <summary>How often each value occurs.</summary>
    public ReadOnlySpan<int> Counts => counts;

    /// <inheritdoc/>
    public uint At(long rank)
    {
        var page = Array.BinarySearch(starts, rank);
        page = page < 0 ? ~page - 1 : page;
        // Of several empty pages that begin at the rank the last is found to hold it.
        while (starts[page + 1] <= rank)
            page++;
        var value = page << PageBits;
        for (var before = starts[page] + counts[value]; before <= rank; before += counts[value])
            value++;
        return (uint)value;
    }

    private ReadOnlySpan<int> Page(int page) => counts.AsSpan(page << PageBits, Math.Min(1 << PageBits, counts.Length - (page << PageBits)));
}
