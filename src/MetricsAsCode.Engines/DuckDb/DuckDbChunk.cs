using MetricsAsCode.Engines.DuckDb.Native;

namespace MetricsAsCode.Engines.DuckDb;

/// <summary>Some rows of a result, column by column.</summary>
internal sealed class DuckDbChunk : IDisposable
{
    private readonly ChunkHandle _chunk;
    private readonly DuckDbVector[] _vectors;

    internal DuckDbChunk(ChunkHandle chunk, IReadOnlyList<DuckDbColumn> columns)
    {
        _chunk = chunk;
        RowCount = (int)DuckDbNative.ChunkSize(chunk);
        _vectors = [.. columns.Select((column, i) => new DuckDbVector(chunk, i, column, RowCount))];
    }

    public int RowCount { get; }

    /// <summary>The values of a column, from 0; valid until the chunk is disposed.</summary>
    public DuckDbVector this[int column] => _vectors[column];

    public void Dispose() => _chunk.Dispose();
}
