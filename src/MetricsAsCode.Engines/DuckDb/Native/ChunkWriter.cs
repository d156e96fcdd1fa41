using MetricsAsCode.Data;

namespace MetricsAsCode.Engines.DuckDb.Native;

/// <summary>Copies rows of columns into the vectors of one chunk, which is filled again and again.</summary>
internal sealed unsafe class ChunkWriter : IDisposable
{
    private readonly ChunkHandle _chunk;
    private readonly IReadOnlyList<Column> _columns;
    private readonly bool[] _isWide;
    private readonly long[] _longs = new long[Capacity];

    public ChunkWriter(IReadOnlyList<Column> columns)
    {
        _columns = columns;
        _isWide = [.. columns.Select(ColumnTypes.IsWide)];
        var types = columns.Select(ColumnTypes.Native).ToArray();
        try
        {
            nint[] handles = [.. types.Select(t => t.DangerousGetHandle())];
            fixed (nint* first = handles)
                _chunk = DuckDbNative.CreateDataChunk(first, (ulong)handles.Length);
        }
        finally
        {
            foreach (var type in types)
                type.Dispose();
        }
    }

    /// <summary>How many rows fit.</summary>
    public static int Capacity { get; } = (int)DuckDbNative.VectorSize();

    /// <summary>The chunk with the given rows; valid until the next call.</summary>
    public ChunkHandle Fill(int firstRow, int count)
    {
        DuckDbNative.ResetDataChunk(_chunk);
        for (int i = 0; i < _columns.Count; i++)
        {
            nint vector = DuckDbNative.ChunkVector(_chunk, (ulong)i);
            CopyKnown(vector, _columns[i], firstRow, count);
            CopyValues(vector, i, firstRow, count);
        }

        DuckDbNative.SetChunkSize(_chunk, (ulong)count);
        return _chunk;
    }

    public void Dispose() => _chunk.Dispose();

    private static void CopyKnown(nint vector, Column column, int firstRow, int count)
    {
        if (column.Known is not { } known)
            return;

        // Chunks begin at whole words: they hold a multiple of 64 rows.
        DuckDbNative.EnsureValidityWritable(vector);
        known.Words.Slice(firstRow >> 6, Bitmap.WordsFor(count)).CopyTo(new Span<ulong>(DuckDbNative.VectorValidity(vector), Bitmap.WordsFor(count)));
    }

    private void CopyValues(nint vector, int index, int firstRow, int count)
    {
        switch (_columns[index])
        {
            case ValueColumn<long> longs when _isWide[index]:
                CopyWidened(vector, longs.Values.Slice(firstRow, _longs.AsSpan(0, count)));
                break;
            case ValueColumn<long> longs:
                Copy(vector, longs.Values.Slice(firstRow, _longs.AsSpan(0, count)));
                break;
            case ValueColumn<double> doubles:
                Copy(vector, doubles.Values.Wide.Slice(firstRow, count));
                break;
            case ValueColumn<int> ints:
                Copy(vector, ints.Values.Wide.Slice(firstRow, count));
                break;
            case ValueColumn<bool> bools:
                Copy(vector, bools.Values.Wide.Slice(firstRow, count));
                break;
            case TextColumn texts:
                CopyTexts(vector, texts, firstRow, count);
                break;
            case var column:
                throw new ArgumentException($"Column `{column.Name}` of type {column.Type} cannot be appended.", nameof(index));
        }
    }

    private static void Copy<T>(nint vector, ReadOnlySpan<T> values) where T : unmanaged =>
        values.CopyTo(new Span<T>(DuckDbNative.VectorData(vector), values.Length));

    private static void CopyWidened(nint vector, ReadOnlySpan<long> values)
    {
        var wide = new Span<Int128>(DuckDbNative.VectorData(vector), values.Length);
        for (int row = 0; row < wide.Length; row++)
            wide[row] = values[row];
    }

    private static void CopyTexts(nint vector, TextColumn column, int firstRow, int count)
    {
        byte none = 0;
        var codes = column.Codes;
        for (int row = 0; row < count; row++)
        {
            if (codes[firstRow + row] is not (>= 0 and var code))
                continue;
            var text = column.Texts.Utf8(code);
            fixed (byte* start = text)
                DuckDbNative.AssignString(vector, (ulong)row, start is null ? &none : start, (ulong)text.Length);
        }
    }
}
