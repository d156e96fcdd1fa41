using System.Runtime.InteropServices;
using MetricsAsCode.Engines.DuckDb.Native;

namespace MetricsAsCode.Engines.DuckDb;

/// <summary>The rows of a statement, read once from first to last in chunks of up to 2048 rows.</summary>
internal sealed class DuckDbResult : IDisposable
{
    private readonly ResultHandle _result;
    private readonly ConnectionHandle _connection;
    private readonly CancellationToken _cancellation;
    private bool _hasEnded;

    internal DuckDbResult(ResultHandle result, ConnectionHandle connection, CancellationToken cancellation)
    {
        (_result, _connection, _cancellation) = (result, connection, cancellation);
        Columns = [.. Enumerable.Range(0, (int)DuckDbNative.ColumnCount(result)).Select(i => Column(result, (ulong)i))];
    }

    public IReadOnlyList<DuckDbColumn> Columns { get; }

    /// <summary>The rows that an insert, update or delete changed.</summary>
    public long RowsChanged => (long)DuckDbNative.RowsChanged(_result);

    /// <summary>The next rows, or null after the last. The caller disposes the chunk.</summary>
    /// <exception cref="DuckDbException">A streamed statement fails on the way.</exception>
    public DuckDbChunk? ReadChunk()
    {
        // To ask again after the end is an error to the engine.
        if (_hasEnded)
            return null;
        _cancellation.ThrowIfCancellationRequested();
        var chunk = Fetch();
        if (!chunk.IsInvalid)
            return new DuckDbChunk(chunk, Columns);
        _hasEnded = true;
        chunk.Dispose();
        return DuckDbNative.ResultError(_result) is var error && error != 0 && Marshal.PtrToStringUTF8(error) is { Length: > 0 } message
            ? throw EngineMessage.ToException(message, _cancellation)
            : null;
    }

    /// <summary>The next chunks, each valid until the next one is asked for.</summary>
    public IEnumerable<DuckDbChunk> Chunks()
    {
        while (ReadChunk() is { } chunk)
        {
            using (chunk)
                yield return chunk;
        }
    }

    /// <summary>The rows not read yet, each value as <see cref="DuckDbVector.Value"/> gives it. For few rows.</summary>
    public IReadOnlyList<IReadOnlyList<object?>> ReadRows()
    {
        var rows = new List<IReadOnlyList<object?>>();
        foreach (var chunk in Chunks())
        {
            for (int row = 0; row < chunk.RowCount; row++)
                rows.Add([.. Enumerable.Range(0, Columns.Count).Select(c => chunk[c].Value(row))]);
        }

        return rows;
    }

    public void Dispose() => _result.Dispose();

    private ChunkHandle Fetch()
    {
        bool isHeld = false;
        try
        {
            _result.DangerousAddRef(ref isHeld);
            using (Interruption.Of(_connection, _cancellation))
                return DuckDbNative.FetchChunk(Marshal.PtrToStructure<NativeResult>(_result.DangerousGetHandle()));
        }
        finally
        {
            if (isHeld)
                _result.DangerousRelease();
        }
    }

    private static DuckDbColumn Column(ResultHandle result, ulong column)
    {
        string name = Marshal.PtrToStringUTF8(DuckDbNative.ColumnName(result, column)) ?? "";
        using var type = DuckDbNative.ColumnLogicalType(result, column);
        var id = (DuckDbType)DuckDbNative.TypeId(type);
        return id == DuckDbType.Decimal
            ? new DuckDbColumn(name, id, DuckDbNative.DecimalWidth(type), DuckDbNative.DecimalScale(type))
            : new DuckDbColumn(name, id);
    }
}
