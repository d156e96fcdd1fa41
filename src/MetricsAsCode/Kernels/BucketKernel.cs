using System.Numerics;
using System.Runtime.CompilerServices;
using MetricsAsCode.Data;

namespace MetricsAsCode.Kernels;

/// <summary>Finds the elementary stretch of time that each row of a block falls into. Rows are often in order of time: the last hit is tried first.</summary>
internal static class BucketKernel
{
    /// <summary>1 + the number of bounds that are not after the row's value; 0 where it is missing.</summary>
    /// <param name="values">The time column of the table that holds it.</param>
    /// <param name="known">Its known rows; null when all are.</param>
    /// <param name="from">The block's first row; used when there is no link.</param>
    /// <param name="link">For each row of the block its row in the time column's table, or nothing when the table is the block's own.</param>
    /// <param name="bounds">Ascending.</param>
    /// <param name="buckets">The result, one for each row of the block.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Fill<T>(ColumnValues<T> values, Bitmap? known, int from, ReadOnlySpan<int> link, ReadOnlySpan<T> bounds, Span<int> buckets)
        where T : unmanaged, IComparisonOperators<T, T, bool>
    {
        var last = 0;
        for (var i = 0; i < buckets.Length; i++)
        {
            var row = link.IsEmpty ? from + i : link[i];
            if (row < 0 || (known is not null && !known[row]))
            {
                buckets[i] = 0;
                continue;
            }

            var value = values[row];
            if ((last > 0 && value < bounds[last - 1]) || (last < bounds.Length && value >= bounds[last]))
                last = CountNotAfter(bounds, value);
            buckets[i] = last + 1;
        }
    }

    /// <summary>How many bounds are not after a value.</summary>
    public static int CountNotAfter<T>(ReadOnlySpan<T> bounds, T value)
        where T : unmanaged, IComparisonOperators<T, T, bool>
    {
        var (low, high) = (0, bounds.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (bounds[middle] <= value)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
