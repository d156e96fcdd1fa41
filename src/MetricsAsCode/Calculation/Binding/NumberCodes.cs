using System.Numerics;
using MetricsAsCode.Calculation.Scan;
using MetricsAsCode.Data;

namespace MetricsAsCode.Calculation.Binding;

// Keys are mostly counted upwards: then their range is hardly larger than their number, and a table over it replaces hashing. The code of a value is
// its rank among the values that occur, so that it does not matter who sees which row first.

/// <summary>The different values of a column of fixed width, numbered from 0. Does not change once built.</summary>
internal sealed class NumberCodes
{
    private const int AlwaysDense = 1 << 16;
    private readonly long low;
    private readonly int[] table;
    private readonly Dictionary<long, int> sparse = [];

    private NumberCodes(long low, int[] table, int count) => (this.low, this.table, Count) = (low, table, count);

    /// <summary>How many different values there are.</summary>
    public int Count { get; private set; }

    /// <summary>By row of the column the code; -1 where the value is missing.</summary>
    public int[] Rows { get; private init; } = [];

    /// <summary>The codes of a column.</summary>
    public static NumberCodes Of(Column column) => column switch
    {
        ValueColumn<long> c => c.Index(static c => OfIntegers(c)),
        ValueColumn<int> c => c.Index(static c => OfIntegers(c)),
        ValueColumn<bool> c => c.Index(static c => Hashed(c, static v => v ? 1 : 0)),
        // Equal values have equal bits once both zeros of doubles are one.
        ValueColumn<double> c => c.Index(static c => Hashed(c, static v => BitConverter.DoubleToInt64Bits(v + 0.0))),
        _ => throw new InvalidOperationException($"Column `{column.Name}` is {column.GetType().Name}, which has no codes."),
    };

    /// <summary>The bits by which a row's value is told from others.</summary>
    public static long BitsOf(Column column, int row) => column switch
    {
        ValueColumn<long> c => c[row],
        ValueColumn<int> c => c[row],
        ValueColumn<bool> c => c[row] ? 1 : 0,
        ValueColumn<double> c => BitConverter.DoubleToInt64Bits(c[row] + 0.0),
        _ => throw new InvalidOperationException($"Column `{column.Name}` is {column.GetType().Name}, which has no codes."),
    };

    /// <summary>The code of a value; -1 when it does not occur.</summary>
    public int Find(long bits)
    {
        if (table.Length == 0)
            return sparse.GetValueOrDefault(bits, -1);
        var at = unchecked((ulong)(bits - low));
        return at < (ulong)table.Length ? table[at] : -1;
    }

    private static NumberCodes OfIntegers<T>(ValueColumn<T> column)
        where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
    {
        var extents = column.Index(BlockExtents<T>.Of);
        if (extents.Low is not { } low || extents.High is not { } high)
            return new NumberCodes(0, [], 0) { Rows = [.. Enumerable.Repeat(-1, column.Length)] };
        var (first, last) = (long.CreateChecked(low), long.CreateChecked(high));
        var range = (Int128)last - first + 1;
        return range <= Math.Max(AlwaysDense, 4L * column.Length) && range <= Array.MaxLength
            ? Ranked(column, first, (int)range)
            : Hashed(column, static v => long.CreateTruncating(v));
    }

    private static NumberCodes Ranked<T>(ValueColumn<T> column, long low, int range)
        where T : unmanaged, IBinaryInteger<T>
    {
        var table = new int[range];
        ForEachBlock(column, (from, values) =>
        {
            for (var i = 0; i < values.Length; i++)
            {
                if (column.IsKnown(from + i))
                    table[long.CreateTruncating(values[i]) - low] = 1;
            }
        });
        var count = 0;
        for (var at = 0; at < table.Length; at++)
            table[at] = table[at] == 0 ? -1 : count++;
        var rows = GC.AllocateUninitializedArray<int>(column.Length);
        ForEachBlock(column, (from, values) =>
        {
            for (var i = 0; i < values.Length; i++)
                rows[from + i] = column.IsKnown(from + i) ? table[long.CreateTruncating(values[i]) - low] : -1;
        });
        return new NumberCodes(low, table, count) { Rows = rows };
    }

    private static void ForEachBlock<T>(ValueColumn<T> column, Action<int, ReadOnlySpan<T>> visit)
        where T : unmanaged
    {
        var scratch = new T[Lane.BlockRows];
        for (var from = 0; from < column.Length; from += Lane.BlockRows)
            visit(from, column.Values.Slice(from, scratch.AsSpan(0, Math.Min(Lane.BlockRows, column.Length - from))));
    }

    private static NumberCodes Hashed<T>(ValueColumn<T> column, Func<T, long> bitsOf)
        where T : unmanaged
    {
        var rows = new int[column.Length];
        var codes = new NumberCodes(0, [], 0) { Rows = rows };
        for (var row = 0; row < rows.Length; row++)
        {
            if (!column.IsKnown(row))
            {
                rows[row] = -1;
                continue;
            }

            var bits = bitsOf(column[row]);
            if (!codes.sparse.TryGetValue(bits, out rows[row]))
                codes.sparse.Add(bits, rows[row] = codes.Count++);
        }

        return codes;
    }
}
