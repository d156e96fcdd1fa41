namespace MetricsAsCode.Data.Reading.Chunks;

/// <summary>Where a chunk begins.</summary>
/// <param name="FirstRow">The number of the first row that begins in it.</param>
/// <param name="IsInside">Whether its first byte stands inside quotes.</param>
internal readonly record struct ChunkStart(long FirstRow, bool IsInside);

/// <summary>
/// Hands chunks out in order and passes on from each to the next where that begins. A thread tells it before it parses its chunk, so that the next one
/// waits only while the bytes before its own are read and counted.
/// </summary>
internal sealed class ChunkOrder
{
    // Twice the first row and one for inside quotes; -1 while it is not known.
    private readonly long[] _starts;
    private int _taken = -1;
    private volatile bool _isStopped;

    public ChunkOrder(int count)
    {
        _starts = new long[count + 1];
        Array.Fill(_starts, -1);
        _starts[0] = 0;
    }

    /// <summary>The number of rows and whether the last quote is open, once all chunks have told.</summary>
    public ChunkStart End => Of(_starts[^1]);

    /// <summary>Takes the next chunk; false when none is left or all is to stop.</summary>
    public bool TryTake(out int chunk)
    {
        chunk = Interlocked.Increment(ref _taken);
        return chunk < _starts.Length - 1 && !_isStopped;
    }

    /// <summary>Waits to learn where a chunk begins; false when all is to stop.</summary>
    public bool TryGetStart(int chunk, out ChunkStart start)
    {
        var wait = new SpinWait();
        long known;
        while ((known = Volatile.Read(ref _starts[chunk])) < 0 && !_isStopped)
            wait.SpinOnce(sleep1Threshold: -1);
        start = Of(known);
        return known >= 0 && !_isStopped;
    }

    /// <summary>Tells the chunk behind one where it begins.</summary>
    public void Tell(int chunk, ChunkStart next) => Volatile.Write(ref _starts[chunk + 1], next.FirstRow * 2 + (next.IsInside ? 1 : 0));

    /// <summary>Lets nobody take or wait any more.</summary>
    public void Stop() => _isStopped = true;

    private static ChunkStart Of(long start) => new(start >> 1, (start & 1) != 0);
}
