using System.Numerics;
using MetricsAsCode.Kernels;

namespace MetricsAsCode.Data;

/// <summary>The smallest and largest known value of each run of 4,096 rows of a column: who looks for a range of values need not read what lies outside.</summary>
/// <typeparam name="T">How the values are stored.</typeparam>
internal sealed class BlockExtents<T>
    where T : unmanaged, INumber<T>, IMinMaxValue<T>
{
    /// <summary>The number of rows in a run; the last may have fewer.</summary>
    public const int Rows = 4096;

    private const byte AllKnown = 0, SomeKnown = 1, NoneKnown = 2;

    private readonly T[] lows;
    private readonly T[] highs;
    private readonly byte[] states;

    private BlockExtents(int count) => (lows, highs, states) = (new T[count], new T[count], new byte[count]);

    /// <summary>The smallest known value of all; null when none is known.</summary>
    public T? Low => Best(lows, static (value, best) => value < best);

    /// <summary>The largest known value of all; null when none is known.</summary>
    public T? High => Best(highs, static (value, best) => value > best);

    /// <summary>Of a column's own rows.</summary>
    public static BlockExtents<T> Of(ValueColumn<T> column)
    {
        var (known, scratch) = (column.Known, new T[Rows]);
        var values = column.Values;
        var extents = new BlockExtents<T>((values.Length + Rows - 1) / Rows);
        for (var block = 0; block < extents.lows.Length; block++)
        {
            var (from, to) = (block * Rows, Math.Min(values.Length, (block + 1) * Rows));
            if (known is null || MaskKernel.Count(known.Words[(from >> 6)..((to + 63) >> 6)]) == to - from)
                (extents.lows[block], extents.highs[block]) = ExtentKernel.Of(values.Slice(from, scratch.AsSpan(0, to - from)));
            else
                extents.Set(block, values, known, from, to, []);
        }

        return extents;
    }

    /// <summary>Of the rows that a link leads to; -1 is a missing one.</summary>
    public static BlockExtents<T> Of(ValueColumn<T> column, ReadOnlySpan<int> link)
    {
        var known = column.Known;
        var values = column.Values;
        var extents = new BlockExtents<T>((link.Length + Rows - 1) / Rows);
        for (var block = 0; block < extents.lows.Length; block++)
            extents.Set(block, values, known, block * Rows, Math.Min(link.Length, (block + 1) * Rows), link);
        return extents;
    }

    /// <summary>What a run's values lie between; false when some are missing, <paramref name="hasNone"/> when all are.</summary>
    public bool TryGet(int block, out T low, out T high, out bool hasNone)
    {
        (low, high, hasNone) = (lows[block], highs[block], states[block] == NoneKnown);
        return states[block] == AllKnown;
    }

    private void Set(int block, ColumnValues<T> values, Bitmap? known, int from, int to, ReadOnlySpan<int> link)
    {
        var (low, high, count) = (T.MaxValue, T.MinValue, 0);
        for (var i = from; i < to; i++)
        {
            var row = link.IsEmpty ? i : link[i];
            if (row < 0 || (known is not null && !known[row]))
                continue;
            count++;
            low = values[row] < low ? values[row] : low;
            high = values[row] > high ? values[row] : high;
        }

        (lows[block], highs[block]) = (low, high);
        states[block] = count == to - from ? AllKnown : count == 0 ? NoneKnown : SomeKnown;
    }

    private T? Best(T[] of, Func<T, T, bool> isBetter)
    {
        T? best = null;
        for (var block = 0; block < of.Length; block++)
        {
            if (states[block] != NoneKnown && (best is not { } known || isBetter(of[block], known)))
                best = of[block];
        }

        return best;
    }
}
