using MetricsAsCode.Calculation.Binding;
using MetricsAsCode.Calculation.States;
using MetricsAsCode.Threads;

namespace MetricsAsCode.Calculation.Scan;

/// <summary>One pass over a table for all that is asked of it, by as many threads as are allowed and worth it.</summary>
internal static class TableScan
{
    // Below so many rows a second thread costs more than it saves.
    private const int RowsPerThread = 4 * Lane.BlockRows;

    public static void Run(SourceTable table, BoundData data, IReadOnlyList<Tally> tallies, int threads, CancellationToken cancellation)
    {
        var forms = tallies.Select(t => (t, StateForm.Of(t.Aggregate, table, data))).ToArray();
        var bounds = tallies.Where(t => t.Aggregate.Rows.Time is not null).GroupBy(t => t.Aggregate.Rows.Time!.ToString(), StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => TimeBoundsOf.All(g.Select(t => t.Buckets)), StringComparer.Ordinal);
        var count = (int)Math.Clamp((long)table.RowCount / RowsPerThread, 1, Math.Max(1, threads));
        var workers = Enumerable.Range(0, count).Select(_ => new ScanWorker(table, data, forms, bounds)).ToArray();
        var queue = new RowQueue(table.RowCount);
        SideBySide.Run(count, worker => workers[worker].Run(queue, cancellation), queue.Stop);
        foreach (var (tally, states) in tallies.Zip(Transpose(workers)))
        {
            foreach (var other in states.AsSpan(1))
                states[0].Merge(other);
            states[0].Finish();
            tally.State = states[0];
        }
    }

    private static IEnumerable<TallyState[]> Transpose(ScanWorker[] workers)
    {
        var states = workers.Select(w => w.States.ToArray()).ToArray();
        return Enumerable.Range(0, states[0].Length).Select(i => states.Select(s => s[i]).ToArray());
    }
}
