using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using MetricsAsCode.Values;

namespace MetricsAsCode.Kernels;

/// <summary>Adds a block's selected rows to their slots, or to one. Rows without a slot (-1) are passed over.</summary>
internal static class SumKernel
{
    // So many 64-bit numbers below 2^SafeBits can be added before the sum may wrap round.
    private const int MostRows = 4096;
    private const int SafeBits = 50;

    /// <summary>Counts rows.</summary>
    public static void Count(ReadOnlySpan<ulong> hits, ReadOnlySpan<int> slots, Span<int> counts) => Count(hits, hits, slots, counts);

    /// <summary>Counts rows with a known value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Count(ReadOnlySpan<ulong> hits, ReadOnlySpan<ulong> known, ReadOnlySpan<int> slots, Span<int> counts)
    {
        foreach (var row in new SetBits(hits, known))
        {
            if (slots[row] >= 0)
                counts[slots[row]]++;
        }
    }

    /// <summary>The sum of the selected integers of at most one block.</summary>
    public static Int128 Sum(ReadOnlySpan<ulong> hits, ReadOnlySpan<ulong> known, ReadOnlySpan<long> values)
    {
        if (values.Length <= MostRows && TrySum(hits, known, values, out var sum))
            return sum;
        Int128 total = 0;
        foreach (var row in new SetBits(hits, known))
            total += values[row];
        return total;
    }

    /// <summary>The sum of the selected steps of at most one block.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static ulong Sum(ReadOnlySpan<ulong> hits, ReadOnlySpan<ulong> known, ReadOnlySpan<uint> steps)
    {
        ref var first = ref MemoryMarshal.GetReference(steps);
        var (even, odd) = (Vector512<ulong>.Zero, Vector512<ulong>.Zero);
        var lanes = Vector512.Create(1u, 1 << 1, 1 << 2, 1 << 3, 1 << 4, 1 << 5, 1 << 6, 1 << 7, 1 << 8, 1 << 9, 1 << 10, 1 << 11, 1 << 12, 1 << 13, 1 << 14, 1 << 15);
        var low = Vector512.Create((ulong)uint.MaxValue);
        var words = steps.Length >> 6;
        for (var word = 0; word < words; word++)
        {
            var bits = hits[word] & known[word];
            for (var at = word << 6; bits != 0; at += Vector512<uint>.Count, bits >>= Vector512<uint>.Count)
            {
                var wanted = Vector512.Equals(Vector512.Create((uint)bits) & lanes, lanes);
                var next = (Vector512.LoadUnsafe(ref first, (nuint)at) & wanted).AsUInt64();
                even += next & low;
                odd += next >> 32;
            }
        }

        var sum = Vector512.Sum(even) + Vector512.Sum(odd);
        for (var row = words << 6; row < steps.Length; row++)
            sum += (hits[words] & known[words] & (1UL << row)) == 0 ? 0 : steps[row];
        return sum;
    }

    /// <summary>The sum of wide integers.</summary>
    public static WideSum Sum(ReadOnlySpan<ulong> hits, ReadOnlySpan<ulong> known, ReadOnlySpan<Int128> values)
    {
        var total = new WideSum();
        foreach (var row in new SetBits(hits, known))
            total.Add(values[row]);
        return total;
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
    public static void Add<T>(ReadOnlySpan<T> from, Span<T> to)
        where T : unmanaged, IBinaryInteger<T>
    {
        var i = 0;
        for (; i <= to.Length - Vector512<T>.Count; i += Vector512<T>.Count)
            (Vector512.Create<T>(from.Slice(i, Vector512<T>.Count)) + Vector512.Create<T>(to.Slice(i, Vector512<T>.Count))).CopyTo(to[i..]);
        for (; i < to.Length; i++)
            to[i] += from[i];
    }

    /// <summary>The sum of some counts: from one to another (excluded), by steps.</summary>
    public static long Total<T>(ReadOnlySpan<T> counts, int from, int to, int step)
        where T : unmanaged, IBinaryInteger<T>
    {
        long total = 0;
        for (var at = from; at < to; at += step)
            total += long.CreateTruncating(counts[at]);
        return total;
    }

    // 64 rows at a time; numbers that are not asked for become zero. What any of them has beyond the safe bits shows in the union of their bits.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool TrySum(ReadOnlySpan<ulong> hits, ReadOnlySpan<ulong> known, ReadOnlySpan<long> values, out long sum)
    {
        ref var first = ref MemoryMarshal.GetReference(values);
        var (total, seen) = (Vector512<long>.Zero, Vector512<long>.Zero);
        var lanes = Vector512.Create(1L, 2, 4, 8, 16, 32, 64, 128);
        var words = values.Length >> 6;
        for (var word = 0; word < words; word++)
        {
            var bits = hits[word] & known[word];
            for (var at = word << 6; bits != 0; at += Vector512<long>.Count, bits >>= Vector512<long>.Count)
            {
                var wanted = Vector512.Equals(Vector512.Create((long)(bits & 0xFF)) & lanes, lanes);
                var next = Vector512.LoadUnsafe(ref first, (nuint)at) & wanted;
                total += next;
                seen |= next ^ (next >> 63);
            }
        }

        sum = Vector512.Sum(total);
        var any = 0UL;
        for (var lane = 0; lane < Vector512<long>.Count; lane++)
            any |= (ulong)seen[lane];
        for (var row = words << 6; row < values.Length; row++)
        {
            if ((hits[words] & known[words] & (1UL << row)) == 0)
                continue;
            sum = unchecked(sum + values[row]);
            any |= (ulong)(values[row] ^ (values[row] >> 63));
        }

        return any >> SafeBits == 0;
    }
}
