using MetricsAsCode.Data;

namespace MetricsAsCode.Calculation;

/// <summary>
/// Columns that references lead to, brought together for the rows of the block at hand, and own columns that are packed, unpacked: once for all who read them.
/// One thread's own; what it hands out is valid until the next block.
/// </summary>
internal sealed class LinkedCells
{
    private readonly Dictionary<string, Entry> entries = new(StringComparer.Ordinal);
    private readonly Dictionary<Column, object> unpacked = new(ReferenceEqualityComparer.Instance);

    /// <summary>Values along a link.</summary>
    /// <param name="column">The column in its own table.</param>
    /// <param name="link">For each row of the block the row there; -1 for none.</param>
    /// <param name="path">The references and the column's name.</param>
    /// <param name="from">The block's first row.</param>
    public Cells<T> Values<T>(ValueColumn<T> column, ReadOnlySpan<int> link, scoped ReadOnlySpan<string> path, int from)
        where T : unmanaged
    {
        var entry = Find(path, column, link.Length, static size => new T[size]);
        var values = ((T[])entry.Values).AsSpan(0, link.Length);
        var known = entry.Known.AsSpan(0, (link.Length + 63) >> 6);
        if (entry.From != from)
        {
            Gather(column, link, values, known);
            entry.From = from;
        }

        return new Cells<T>(values, known);
    }

    /// <summary>Codes of texts along a link.</summary>
    public ReadOnlySpan<int> Codes(TextColumn column, ReadOnlySpan<int> link, scoped ReadOnlySpan<string> path, int from)
    {
        var entry = Find(path, column, link.Length, static size => new int[size]);
        var codes = ((int[])entry.Values).AsSpan(0, link.Length);
        if (entry.From != from)
        {
            Kernels.CodeKernel.Gather(column.Codes, link, codes);
            entry.From = from;
        }

        return codes;
    }

    /// <summary>The table's own packed column.</summary>
    public UnpackedCells<T> Unpacked<T>(ValueColumn<T> column)
        where T : unmanaged
    {
        if (!unpacked.TryGetValue(column, out var cells))
            unpacked.Add(column, cells = new UnpackedCells<T>(column));
        return (UnpackedCells<T>)cells;
    }

    /// <summary>Codes of texts of the table's own packed column.</summary>
    public ReadOnlySpan<int> Codes(TextColumn column, scoped ReadOnlySpan<string> path, int from, int to)
    {
        var entry = Find(path, column, to - from, static size => new int[size]);
        var codes = ((int[])entry.Values).AsSpan(0, to - from);
        if (entry.From != from)
            column.Codes.Slice(from, codes);
        entry.From = from;
        return codes;
    }

    private Entry Find(scoped ReadOnlySpan<string> path, Column column, int size, Func<int, Array> make)
    {
        var key = string.Join('.', path);
        if (!entries.TryGetValue(key, out var entry) || entry.Values.Length < size || !ReferenceEquals(entry.Column, column))
            entries[key] = entry = new Entry(column, make(size), new ulong[(size + 63) >> 6]);
        return entry;
    }

    private static void Gather<T>(ValueColumn<T> column, ReadOnlySpan<int> link, Span<T> values, Span<ulong> known)
        where T : unmanaged
    {
        known.Clear();
        var stored = column.Values;
        for (var i = 0; i < link.Length; i++)
        {
            var row = link[i];
            if (row < 0 || !column.IsKnown(row))
                continue;
            values[i] = stored[row];
            Bits.Set(known, i);
        }
    }

    private sealed class Entry(Column column, Array values, ulong[] known)
    {
        public Column Column => column;

        public Array Values => values;

        public ulong[] Known => known;

        public int From { get; set; } = -1;
    }
}
