using MetricsAsCode.Calculation.Binding;
using MetricsAsCode.Calculation.Scan;
using MetricsAsCode.Data;

namespace MetricsAsCode.Calculation.Others;

/// <summary>The rows of a selection whatever their period, but not behind the as-of. A row without a time is in no period, yet it is a row.</summary>
internal static class SelectedRows
{
    private const int NotBefore = 2;

    public static Bitmap Of(BoundData data, Selection rows)
    {
        var table = data[rows.Source];
        var selected = new Bitmap(table.RowCount);
        Shares.Run(table.RowCount, Shares.Of(table.RowCount, data.Threads), (_, from, to) => Select(data, rows, table, from, to, selected));
        return selected;
    }

    private static void Select(BoundData data, Selection rows, SourceTable table, int from, int to, Bitmap selected)
    {
        var lane = new SelectionLane([.. rows.Filters.Select(f => new FilterLane(f, []))]);
        var times = rows.Time is { } time ? new TimesOfRows(data, rows.Source, time, asInstants: true) : null;
        var asOf = times?.BoundOf(data.AsOf?.Microseconds ?? long.MinValue);
        var sides = new int[Lane.BlockRows];
        var linked = new LinkedCells();
        for (var start = from; start < to; start += Lane.BlockRows)
        {
            var block = new Block(table, [], start, Math.Min(start + Lane.BlockRows, to), linked);
            lane.Fill(block);
            var words = selected.Words.Slice(start >> 6, (block.To - start + 63) >> 6);
            lane.Hits.AsSpan(0, words.Length).CopyTo(words);
            if (times is not null)
                DropLater(times, asOf!, block, sides.AsSpan(0, block.To - start), words);
        }
    }

    private static void DropLater(TimesOfRows times, TimeBounds asOf, Block block, Span<int> sides, Span<ulong> words)
    {
        var range = times.SidesOf(block.From, block.To, asOf);
        if (range is { First: NotBefore })
            words.Clear();
        if (range is { First: NotBefore } or { Last: < NotBefore })
            return;
        times.Sides(block.From, asOf, sides);
        for (var row = 0; row < sides.Length; row++)
        {
            if (sides[row] == NotBefore)
                words[row >> 6] &= ~(1UL << row);
        }
    }
}
