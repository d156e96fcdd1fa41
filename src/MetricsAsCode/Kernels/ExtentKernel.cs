using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

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
    /// <summary>The smallest and the largest of at least one value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static (T Low, T High) Of<T>(ReadOnlySpan<T> values)
        where T : unmanaged, INumber<T>
    {
        var (low, high) = (values[0], values[0]);
        var i = 0;
        if (Vector512<T>.IsSupported && values.Length >= Vector512<T>.Count)
        {
            var lows = Vector512.Create(values);
            var highs = lows;
            for (; i <= values.Length - Vector512<T>.Count; i += Vector512<T>.Count)
            {
                var next = Vector512.Create(values[i..]);
                lows = Vector512.Min(lows, next);
                highs = Vector512.Max(highs, next);
            }

            for (var lane = 0; lane < Vector512<T>.Count; lane++)
                (low, high) = (T.Min(low, lows[lane]), T.Max(high, highs[lane]));
        }

        for (; i < values.Length; i++)
            (low, high) = (T.Min(low, values[i]), T.Max(high, values[i]));
        return (low, high);
    }

    /// <summary>Takes in the known values of the rows that have a slot.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Add<T, TOrder>(
        ReadOnlySpan<ulong> hits, ReadOnlySpan<ulong> known, int single, ReadOnlySpan<int> slots, ReadOnlySpan<T> values, Extents<T> extents)
        where TOrder : struct, IOrder<T>
    {
        foreach (var row in new SetBits(hits, known))
        {
            var slot = single >= 0 ? single : slots[row];
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
