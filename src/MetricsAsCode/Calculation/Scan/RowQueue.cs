namespace MetricsAsCode.Calculation.Scan;

/// <summary>
/// Hands out the rows of a table to threads, some blocks at a time, so that a thread that is held up does not hold up the others.
/// Which thread reads what does not matter: states commute.
/// </summary>
internal sealed class RowQueue(int rows)
{
    private const int ShareRows = 32 * Lane.BlockRows;
    private long next;

    /// <summary>Hands out no more.</summary>
    public void Stop() => Interlocked.Exchange(ref next, rows);

    /// <summary>Takes the next share; false when there is none.</summary>
    public bool TryTake(out int from, out int to)
    {
        var start = Interlocked.Add(ref next, ShareRows) - ShareRows;
        (from, to) = ((int)Math.Min(start, rows), (int)Math.Min(start + ShareRows, rows));
        return from < to;
    }
}
