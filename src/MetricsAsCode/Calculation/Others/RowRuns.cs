using MetricsAsCode.Calculation.Binding;
using MetricsAsCode.Data;

namespace MetricsAsCode.Calculation.Others;

// Rows are put together by a counting sort over their entity's number, then each entity's run is sorted by time: no row is hashed,
// and what follows is one walk along each run.

/// <summary>The rows of each entity in order of time; rows at one instant in order of the given columns.</summary>
internal sealed class RowRuns
{
    private readonly int[] starts;
    private readonly int[] rows;
    private readonly long[] times;

    private RowRuns(int[] starts, int[] rows, long[] times) => (this.starts, this.rows, this.times) = (starts, rows, times);

    /// <summary>How many entities there are.</summary>
    public int Count => starts.Length - 1;

    public static RowRuns Of(BoundData data, Selection selection, EntityCodes entities, TimesOfRows clock, IReadOnlyList<string> order)
    {
        var selected = SelectedRows.Of(data, selection);
        var starts = new int[entities.Count + 1];
        for (var row = 0; row < selected.Length; row++)
        {
            if (!selected[row] || entities.Codes[row] < 0 || clock.At(row) is null)
                selected[row] = false;
            else
                starts[entities.Codes[row] + 1]++;
        }

        for (var entity = 0; entity < entities.Count; entity++)
            starts[entity + 1] += starts[entity];
        var runs = new RowRuns(starts, new int[starts[^1]], new long[starts[^1]]);
        runs.Place(selected, entities.Codes, clock);
        runs.Sort(new RowOrder(data[selection.Source].Frame, order));
        return runs;
    }

    public ReadOnlySpan<int> Rows(int entity) => rows.AsSpan(starts[entity]..starts[entity + 1]);

    public ReadOnlySpan<long> Times(int entity) => times.AsSpan(starts[entity]..starts[entity + 1]);

    private void Place(Bitmap selected, int[] codes, TimesOfRows clock)
    {
        var next = starts.AsSpan(0, Count).ToArray();
        for (var row = 0; row < selected.Length; row++)
        {
            if (!selected[row])
                continue;
            var place = next[codes[row]]++;
            (rows[place], times[place]) = (row, clock.At(row)!.Value);
        }
    }

    private void Sort(RowOrder order)
    {
        for (var entity = 0; entity < Count; entity++)
        {
            var (from, to) = (starts[entity], starts[entity + 1]);
            if (to - from < 2)
                continue;
            times.AsSpan(from..to).Sort(rows.AsSpan(from..to));
            for (var first = from; first < to;)
            {
                var last = first + 1;
                while (last < to && times[last] == times[first])
                    last++;
                if (last - first > 1)
                    rows.AsSpan(first..last).Sort(order.Compare);
                first = last;
            }
        }
    }
}
