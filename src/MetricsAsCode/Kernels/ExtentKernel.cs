namespace MetricsAsCode.Kernels;

/// <summary>Smallest and largest value of each slot, valid where the count is not zero.</summary>
internal readonly ref struct Extents<T>(Span<T> lows, Span<T> highs, Span<long> counts)
{
    public readonly Span<T> Lows = lows;
    public readonly Span<T> Highs = highs;
    public readonly Span<long> Counts = counts;
}

/// <summary>Widens the extents of slots by a block's selected rows.</summary>
internal static class ExtentKernel
{
    /// <summary>Takes in the known values of the rows that have a slot.</summary>
    public static void Add<T, TOrder>(
        ReadOnlySpan<ulong> hits, ReadOnlySpan<ulong> known, ReadOnlySpan<int> slots, ReadOnlySpan<T> values, Extents<T> extents)
        where TOrder : struct, IOrder<T>
    {
        foreach (var row in new SetBits(hits, known))
        {
            var slot = slots[row];
            if (slot < 0)
                continue;
            var value = values[row];
            if (extents.Counts[slot]++ == 0)
            {
                extents.Lows[slot] = value;
                extents.Highs[slot] = value;
            }
            else if (TOrder.Compare(value, extents.Lows[slot]) < 0)
                extents.Lows[slot] = value;
            else if (TOrder.Compare(value, extents.Highs[slot]) > 0)
                extents.Highs[slot] = value;
        }
    }
}
