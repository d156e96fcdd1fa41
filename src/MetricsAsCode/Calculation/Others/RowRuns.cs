using System.Runtime.CompilerServices;
using MetricsAsCode.Calculation.Binding;
using MetricsAsCode.Kernels;

namespace MetricsAsCode.Calculation.Others;

// Rows are put together by a counting sort over their entity's number, then each entity's run is sorted by time: no row is hashed,
// and what follows is one walk along each run. Threads count their own rows, and so know where each puts them.

/// <summary>The rows of each entity in order of time; rows at one instant in order of the given columns.</summary>
internal sealed class RowRuns
{
    private readonly int[] starts;
    private readonly TimedRow[] rows;

    private RowRuns(int[] starts) => (this.starts, rows) = (starts, GC.AllocateUninitializedArray<TimedRow>(starts[^1]));

    /// <summary>How many entities there are.</summary>
    public int Count => starts.Length - 1;

    public static RowRuns Of(BoundData data, Selection selection, EntityCodes entities, TimesOfRows clock, IReadOnlyList<string> order)
    {
        var selected = SelectedRows.Of(data, selection);
        var table = data[selection.Source];
        var shares = Shares.Of(table.RowCount, data.Threads);
        var places = new int[shares][];
        Shares.Run(table.RowCount, shares, (share, from, to) => places[share] = CountRows(new EntityBlocks(selected, entities, clock, from, to), entities.Count));
        var runs = new RowRuns(Places(places, entities.Count));
        Shares.Run(table.RowCount, shares, (share, from, to) => runs.Place(new EntityBlocks(selected, entities, clock, from, to), places[share]));
        var ties = new RowOrder(table.Frame, order);
        Shares.Run(runs.Count, Shares.Of(runs.Count, data.Threads), (_, from, to) => runs.Sort(ties, from, to));
        return runs;
    }

    /// <summary>The rows of an entity.</summary>
    public ReadOnlySpan<TimedRow> Of(int entity) => rows.AsSpan(starts[entity]..starts[entity + 1]);

    // How many rows of each entity there are; rows without entity are selected no longer.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int[] CountRows(EntityBlocks blocks, int entities)
    {
        var counts = new int[entities];
        while (blocks.Next())
        {
            var selected = blocks.Selected;
            var codes = blocks.Codes;
            foreach (var row in new SetBits(selected))
            {
                if (codes[row] >= 0)
                    counts[codes[row]]++;
                else
                    selected[row >> 6] &= ~(1UL << row);
            }
        }

        return counts;
    }

    // Where each entity's run begins, and in place of the counts where each share puts its rows.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int[] Places(int[][] counts, int entities)
    {
        var starts = new int[entities + 1];
        var next = 0;
        for (var entity = 0; entity < entities; entity++)
        {
            starts[entity] = next;
            foreach (var share in counts)
                (share[entity], next) = (next, next + share[entity]);
        }

        starts[entities] = next;
        return starts;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Place(EntityBlocks blocks, int[] next)
    {
        while (blocks.Next())
        {
            var codes = blocks.Codes;
            var times = blocks.Times;
            foreach (var row in new SetBits(blocks.Selected))
                rows[next[codes[row]]++] = new TimedRow(times[row], blocks.Start + row);
        }
    }

    // Files are mostly written in order of time.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Sort(RowOrder order, int from, int to)
    {
        for (var entity = from; entity < to; entity++)
        {
            var run = rows.AsSpan(starts[entity]..starts[entity + 1]);
            var (isOrdered, hasTies) = (true, false);
            for (var i = 1; i < run.Length; i++)
            {
                isOrdered &= run[i - 1].Time <= run[i].Time;
                hasTies |= run[i - 1].Time == run[i].Time;
            }

            if (!isOrdered)
                run.Sort(static (left, right) => left.Time.CompareTo(right.Time));
            if (hasTies || !isOrdered)
                SortTies(run, order);
        }
    }

    private static void SortTies(Span<TimedRow> run, RowOrder order)
    {
        for (var first = 0; first < run.Length;)
        {
            var last = first + 1;
            while (last < run.Length && run[last].Time == run[first].Time)
                last++;
            if (last - first > 1)
                run[first..last].Sort((left, right) => order.Compare(left.Row, right.Row));
            first = last;
        }
    }
}
