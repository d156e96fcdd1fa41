using System.Runtime.CompilerServices;
using MetricsAsCode.Calculation.Binding;
using MetricsAsCode.Calculation.Scan;
using MetricsAsCode.Data;
using MetricsAsCode.Kernels;

namespace MetricsAsCode.Calculation.Others;

// Rows are put together by a counting sort over their entity's number, then each entity's run is sorted by time: no row is hashed,
// and what follows is one walk along each run. Threads count their own rows, and so know where each puts them.

/// <summary>The rows of each entity in order of time; rows at one instant in order of the given columns.</summary>
internal sealed class RowRuns
{
    private readonly int[] starts;
    private readonly TimedRow[] rows;

    private RowRuns(int[] starts, TimedRow[] rows) => (this.starts, this.rows) = (starts, rows);

    /// <summary>How many entities there are.</summary>
    public int Count => starts.Length - 1;

    public static RowRuns Of(BoundData data, Selection selection, EntityCodes entities, TimesOfRows clock, IReadOnlyList<string> order)
    {
        var selected = SelectedRows.Of(data, selection);
        var table = data[selection.Source];
        var shares = Shares.Of(table.RowCount, data.Threads);
        var places = new int[shares][];
        Shares.Run(table.RowCount, shares, (share, from, to) => places[share] = CountRows(selected, entities, clock, from, to));
        var runs = new RowRuns(Places(places, entities.Count), []);
        runs = new RowRuns(runs.starts, GC.AllocateUninitializedArray<TimedRow>(runs.starts[^1]));
        Shares.Run(table.RowCount, shares, (share, from, to) => runs.Place(selected, entities, clock, places[share], from, to));
        var ties = new RowOrder(table.Frame, order);
        Shares.Run(runs.Count, Shares.Of(runs.Count, data.Threads), (_, from, to) => runs.Sort(ties, from, to));
        return runs;
    }

    /// <summary>The rows of an entity.</summary>
    public ReadOnlySpan<TimedRow> Of(int entity) => rows.AsSpan(starts[entity]..starts[entity + 1]);

    // How many rows of each entity there are; rows without entity or time are selected no longer.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int[] CountRows(Bitmap selected, EntityCodes entities, TimesOfRows clock, int from, int to)
    {
        var counts = new int[entities.Count];
        var scratch = new int[Lane.BlockRows];
        var times = new long[Lane.BlockRows];
        var known = new ulong[Lane.BlockRows >> 6];
        for (var start = from; start < to; start += Lane.BlockRows)
        {
            var count = Math.Min(Lane.BlockRows, to - start);
            var words = selected.Words.Slice(start >> 6, (count + 63) >> 6);
            if (!words.ContainsAnyExcept(0UL))
                continue;
            clock.Fill(start, times.AsSpan(0, count), known.AsSpan(0, words.Length));
            MaskKernel.And(words, known);
            var codes = entities.Of(start, start + count, scratch);
            foreach (var row in new SetBits(words))
            {
                if (codes[row] >= 0)
                    counts[codes[row]]++;
                else
                    words[row >> 6] &= ~(1UL << row);
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
    private void Place(Bitmap selected, EntityCodes entities, TimesOfRows clock, int[] next, int from, int to)
    {
        var scratch = new int[Lane.BlockRows];
        var times = new long[Lane.BlockRows];
        var known = new ulong[Lane.BlockRows >> 6];
        for (var start = from; start < to; start += Lane.BlockRows)
        {
            var count = Math.Min(Lane.BlockRows, to - start);
            var words = selected.Words.Slice(start >> 6, (count + 63) >> 6);
            if (!words.ContainsAnyExcept(0UL))
                continue;
            clock.Fill(start, times.AsSpan(0, count), known.AsSpan(0, words.Length));
            var codes = entities.Of(start, start + count, scratch);
            foreach (var row in new SetBits(words))
                rows[next[codes[row]]++] = new TimedRow(times[row], start + row);
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
