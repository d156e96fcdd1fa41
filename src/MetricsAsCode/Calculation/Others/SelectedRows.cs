using MetricsAsCode.Calculation.Binding;
using MetricsAsCode.Calculation.Scan;
using MetricsAsCode.Data;

namespace MetricsAsCode.Calculation.Others;

/// <summary>The rows of a selection whatever their period, but not behind the as-of. A row without a time is in no period, yet it is a row.</summary>
internal static class SelectedRows
{
    public static Bitmap Of(BoundData data, Selection rows)
    {
        var table = data[rows.Source];
        var selected = new Bitmap(table.RowCount);
        var filters = rows.Filters.Select(f => new FilterLane(f, [])).ToArray();
        var selection = new SelectionLane(filters);
        for (var start = 0; start < table.RowCount; start += Lane.BlockRows)
        {
            var block = new Block(table, [], start, Math.Min(start + Lane.BlockRows, table.RowCount));
            foreach (var filter in filters)
                filter.Fill(block);
            selection.Fill(block);
            var words = (block.To - block.From + 63) >> 6;
            selection.Hits.AsSpan(0, words).CopyTo(selected.Words[(start >> 6)..]);
        }

        if (rows.Time is { } time)
            DropLater(data, new TimesOfRows(data, rows.Source, time, asInstants: true), selected);
        return selected;
    }

    private static void DropLater(BoundData data, TimesOfRows times, Bitmap selected)
    {
        var asOf = data.AsOf?.Microseconds ?? long.MinValue;
        for (var row = 0; row < selected.Length; row++)
        {
            if (selected[row] && times.At(row) >= asOf)
                selected[row] = false;
        }
    }
}
