namespace MetricsAsCode.Data.Reading;

/// <summary>No two rows of one key live at the same instant. Rows whose key or beginning is missing, and lives that end before they begin, meet nobody.</summary>
internal static class UniqueLives
{
    public static void Check(DataFrame frame, IReadOnlyList<Column> keys, Lives lives, ErrorLog log)
    {
        var (codes, _) = RowCodes.Of(keys);
        var rows = Enumerable.Range(0, frame.RowCount).Where(row => codes[row] >= 0 && lives.IsLived(row)).ToArray();
        Array.Sort(rows, (a, b) => (codes[a], lives.Start(a), a).CompareTo((codes[b], lives.Start(b), b)));
        // In order of their beginning a row meets an earlier one exactly when it begins before the latest end so far.
        for (int i = 1, longest = 0; i < rows.Length; i++)
        {
            bool isSame = codes[rows[i]] == codes[rows[longest]];
            if (isSame && lives.Start(rows[i]) < lives.End(rows[longest]))
            {
                Report(frame, keys, lives, rows[i], rows[longest], log);
                // Of the two only the one that stands above is left for others to meet.
                if (log.SetsRowsAside)
                {
                    longest = rows[i] < rows[longest] ? i : longest;
                    continue;
                }
            }

            if (!isSame || lives.End(rows[i]) > lives.End(rows[longest]))
                longest = i;
        }
    }

    private static void Report(DataFrame frame, IReadOnlyList<Column> keys, Lives lives, int one, int other, ErrorLog log)
    {
        var (first, later) = (Math.Min(one, other), Math.Max(one, other));
        if (!log.Keeps(frame.PlaceOf(later)))
        {
            log.Skip();
            return;
        }

        string value = string.Join(", ", keys.Select(k => k.Show(later)));
        string names = string.Join(", ", keys.Select(k => k.Name));
        log.AddToRow(
            frame.PlaceOf(later),
            frame.PlaceOf(later),
            0,
            names,
            value,
            $"{ErrorLog.Show(value)} lives {lives.Show(later)}, and on {frame.Describe(first, later)} {lives.Show(first)}. At each time a key may have one row: end the one before the other begins.");
    }
}
