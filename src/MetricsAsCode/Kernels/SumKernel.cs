using MetricsAsCode.Values;

namespace MetricsAsCode.Kernels;

/// <summary>Adds a block's selected rows to their slots. Rows without a slot (-1) are passed over.</summary>
internal static class SumKernel
{
    /// <summary>Counts rows.</summary>
    public static void Count(ReadOnlySpan<ulong> hits, ReadOnlySpan<int> slots, Span<long> counts) => Count(hits, hits, slots, counts);

    /// <summary>Counts rows with a known value.</summary>
    public static void Count(ReadOnlySpan<ulong> hits, ReadOnlySpan<ulong> known, ReadOnlySpan<int> slots, Span<long> counts)
    {
        foreach (var row in new SetBits(hits, known))
        {
            if (slots[row] >= 0)
                counts[slots[row]]++;
        }
    }

    /// <summary>Sums integers. The sum of any number of 64-bit integers fits.</summary>
    public static void Add(
        ReadOnlySpan<ulong> hits, ReadOnlySpan<ulong> known, ReadOnlySpan<int> slots, ReadOnlySpan<long> values, Span<Int128> totals, Span<long> counts)
    {
        foreach (var row in new SetBits(hits, known))
        {
            var slot = slots[row];
            if (slot < 0)
                continue;
            totals[slot] += values[row];
            counts[slot]++;
        }
    }

    /// <summary>Sums wide integers.</summary>
    public static void Add(
        ReadOnlySpan<ulong> hits, ReadOnlySpan<ulong> known, ReadOnlySpan<int> slots, ReadOnlySpan<Int128> values, Span<WideSum> totals, Span<long> counts)
    {
        foreach (var row in new SetBits(hits, known))
        {
            var slot = slots[row];
            if (slot < 0)
                continue;
            totals[slot].Add(values[row]);
            counts[slot]++;
        }
    }

    /// <summary>Sums doubles.</summary>
    public static void Add(
        ReadOnlySpan<ulong> hits, ReadOnlySpan<ulong> known, ReadOnlySpan<int> slots, ReadOnlySpan<double> values, Span<ExactSum?> totals, Span<long> counts)
    {
        foreach (var row in new SetBits(hits, known))
        {
            var slot = slots[row];
            if (slot < 0)
                continue;
            (totals[slot] ??= new ExactSum()).Add(values[row]);
            counts[slot]++;
        }
    }

    /// <summary>Adds counts to counts.</summary>
    public static void Add(ReadOnlySpan<long> from, Span<long> to)
    {
        for (var i = 0; i < to.Length; i++)
            to[i] += from[i];
    }

    /// <summary>The sum of counts.</summary>
    public static long Total(ReadOnlySpan<long> counts)
    {
        long total = 0;
        foreach (var count in counts)
            total += count;
        return total;
    }
}
