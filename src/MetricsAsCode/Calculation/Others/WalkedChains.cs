using System.Runtime.CompilerServices;
using MetricsAsCode.Calculation.Binding;
using MetricsAsCode.Data;
using MetricsAsCode.Kernels;

namespace MetricsAsCode.Calculation.Others;

// 1. The rows of each step stand in runs, one for each entity, in order of time: a chain goes on at the first row of the next run that is not before its last
//    row, and steps over the rows that it holds already.
// 2. Rows at one instant follow each other in any order of the steps; which of them is taken first is decided by their key.
// 3. A row belongs to one entity: threads that walk different entities write different rows.

/// <summary>The chains that begin with the rows of a source, by row.</summary>
internal sealed class WalkedChains
{
    private readonly Chain chain;
    private readonly RowRuns[] runs;
    private readonly ushort[] depths;
    private readonly long[]?[] elapsed;

    /// <param name="data">The tables.</param>
    /// <param name="chain">The chains.</param>
    /// <param name="timed">The steps to which the time is asked for.</param>
    public WalkedChains(BoundData data, Chain chain, IReadOnlySet<int> timed)
    {
        this.chain = chain;
        var rows = data[chain.Steps[0].Rows.Source].RowCount;
        depths = new ushort[rows];
        elapsed = [.. chain.Steps.Select((_, step) => timed.Contains(step) ? new long[rows] : null)];
        runs = [.. chain.Steps.Select(step => RunsOf(data, step))];
        Shares.Run(runs[0].Count, Shares.Of(runs[0].Count, data.Threads), (_, from, to) => Walk(from, to));
        runs = [];
    }

    /// <summary>How many steps each row's chain reaches; not to be written to.</summary>
    public ushort[] Depths => depths;

    /// <summary>Microseconds from the entry to a step.</summary>
    public long[] Elapsed(int step) => elapsed[step] ?? throw new InvalidOperationException($"The time to step {step} was not asked for.");

    /// <summary>The rows whose chain reaches a step.</summary>
    public Bitmap Reached(int step)
    {
        var reached = new Bitmap(depths.Length);
        MaskKernel.Compare<ushort, Swapped<ushort, IsLess<ushort>>>(depths, (ushort)step, reached.Words);
        return reached;
    }

    private RowRuns RunsOf(BoundData data, ChainStep step) => data.RunsOf(step.Rows, [step.Entity], step.Rows.Time!, !chain.CountsDays, step.Order);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Walk(int from, int to)
    {
        Span<int> held = stackalloc int[chain.Steps.Count];
        for (var entity = from; entity < to; entity++)
        {
            foreach (var entry in runs[0].Of(entity))
            {
                held[0] = entry.Row;
                var (depth, at) = (1, entry.Time);
                for (; depth < runs.Length; depth++)
                {
                    var candidates = runs[depth].Of(entity);
                    var next = Next(candidates, depth, at, held);
                    if (next >= candidates.Length || candidates[next].Time - entry.Time > chain.Within)
                        break;
                    (at, held[depth]) = (candidates[next].Time, candidates[next].Row);
                    if (elapsed[depth] is { } times)
                        times[entry.Row] = at - entry.Time;
                }

                depths[entry.Row] = (ushort)depth;
            }
        }
    }

    // The place of the first row of the step that is not before an instant and not held.
    private int Next(ReadOnlySpan<TimedRow> rows, int step, long at, ReadOnlySpan<int> held)
    {
        var (low, high) = (0, rows.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            (low, high) = rows[middle].Time < at ? (middle + 1, high) : (low, middle);
        }

        while (low < rows.Length && IsHeld(rows[low].Row, step, held))
            low++;
        return low;
    }

    private bool IsHeld(int row, int step, ReadOnlySpan<int> held)
    {
        for (var before = 0; before < step; before++)
        {
            if (held[before] == row && string.Equals(chain.Steps[before].Rows.Source, chain.Steps[step].Rows.Source, StringComparison.Ordinal))
                return true;
        }

        return false;
    }
}
