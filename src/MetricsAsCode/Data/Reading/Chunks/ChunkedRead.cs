using MetricsAsCode.Threads;

namespace MetricsAsCode.Data.Reading.Chunks;

/// <summary>How reading in chunks ends.</summary>
internal enum ChunkedEnd
{
    /// <summary>All rows are sound and in their columns.</summary>
    Read,

    /// <summary>There are more rows than room was made for; they are counted.</summary>
    NoRoom,

    /// <summary>Something is not surely sound.</summary>
    Abandoned,
}

/// <summary>
/// One pass over the rows of a file by some threads. Each takes the next chunk, counts its rows, tells the chunk behind where it begins, and
/// parses its rows straight to their places, so that the result does not depend on who read what.
/// </summary>
internal sealed class ChunkedRead(CsvBody body, ColumnTarget[] columns, int capacity, ChunkSettings settings, CancellationToken cancellation)
{
    private readonly ChunkOrder _order = new(body.ChunkCount(settings.ChunkSize));
    private readonly LineJumps?[] _jumps = new LineJumps?[body.ChunkCount(settings.ChunkSize)];
    private readonly RowShare[] _shares = new RowShare[body.ChunkCount(settings.ChunkSize)];
    private volatile bool _isAbandoned;
    private volatile bool _hasNoRoom;

    /// <summary>The rows there are, once all is read or counted.</summary>
    public long RowCount => _order.End.FirstRow;

    /// <summary>The rows that hold line breaks, chunk by chunk.</summary>
    public IReadOnlyList<LineJumps?> Jumps => _jumps;

    public RowShares Shares { get; private set; } = new(0, [], 0);

    public ChunkedEnd Run()
    {
        int threads = Math.Clamp(settings.Threads, 1, _shares.Length);
        ColumnFiller[][] fillers = [.. Enumerable.Range(0, threads).Select(_ => columns.Select(c => c.NewFiller(settings.BatchSize)).ToArray())];
        SideBySide.Run(threads, thread => ReadChunks(thread, fillers[thread]), _order.Stop);
        if (_isAbandoned || _order.End.IsInside)
            return ChunkedEnd.Abandoned;
        if (_hasNoRoom)
            return ChunkedEnd.NoRoom;
        Shares = new RowShares((int)RowCount, _shares, threads);
        return ChunkedEnd.Read;
    }

    private void ReadChunks(int thread, ColumnFiller[] fillers)
    {
        var buffer = new ChunkBuffer(body.File, body.End, settings);
        var rows = new RowSplitter(body.ColumnCount, settings.BatchSize);
        while (_order.TryTake(out int chunk))
        {
            cancellation.ThrowIfCancellationRequested();
            if (!TryReadChunk(chunk, buffer, rows, fillers, thread))
            {
                _isAbandoned = true;
                _order.Stop();
            }
        }
    }

    private bool TryReadChunk(int chunk, ChunkBuffer buffer, RowSplitter rows, ColumnFiller[] fillers, int thread)
    {
        if (!buffer.TryRead(body.Start + (long)chunk * settings.ChunkSize))
            return false;
        var survey = ChunkSurvey.Of(buffer.Bytes.AsSpan(ChunkBuffer.Front, buffer.ChunkEnd - ChunkBuffer.Front));
        if (!_order.TryGetStart(chunk, out var start))
            return true;
        // The first row begins at no line end.
        int count = (start.IsInside ? survey.Inside : survey.Outside) + (chunk == 0 ? 1 : 0);
        var end = new ChunkStart(start.FirstRow + count, start.IsInside != survey.Turns);
        _order.Tell(chunk, end);
        if (end.FirstRow > capacity)
            _hasNoRoom = true;
        if (_hasNoRoom || count == 0)
            return true;
        _shares[chunk] = new RowShare(thread, (int)start.FirstRow, count);
        int from = chunk == 0 ? ChunkBuffer.Front : buffer.FindStart(start.IsInside) + 1;
        int to = buffer.FindEnd(end.IsInside) + 1;
        if (to == 0)
            return false;
        rows.Begin(buffer.Bytes, from, to, (int)start.FirstRow);
        if (!TryFill(rows, fillers, (int)end.FirstRow))
            return false;
        _jumps[chunk] = rows.Jumps;
        return true;
    }

    private bool TryFill(RowSplitter rows, ColumnFiller[] fillers, int endRow)
    {
        while (!rows.IsDone)
        {
            if (!rows.TrySplit() || rows.FirstRow + rows.RowCount > endRow)
                return false;
            for (int slot = 0; slot < fillers.Length; slot++)
            {
                if (!fillers[slot].Fill(rows, body.ColumnOfSlot[slot]))
                    return false;
            }
        }

        return rows.FirstRow + rows.RowCount == endRow;
    }
}
