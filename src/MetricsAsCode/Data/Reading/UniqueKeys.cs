namespace MetricsAsCode.Data.Reading;

/// <summary>No two rows have the same key. Rows whose key is missing in part were reported already and are passed over.</summary>
internal static class UniqueKeys
{
    public static void Check(DataFrame frame, IReadOnlyList<Column> keys, ErrorLog log)
    {
        if (DistinctKeys.AreSure(keys))
            return;
        var (codes, count) = RowCodes.Of(keys);
        var firstRow = new int[count];
        Array.Fill(firstRow, -1);
        for (int row = 0; row < codes.Length; row++)
        {
            int code = codes[row];
            if (code < 0)
                continue;
            if (firstRow[code] < 0)
                firstRow[code] = row;
            else if (log.Keeps(frame.PlaceOf(row)))
                Report(frame, keys, row, firstRow[code], log);
            else
                log.Skip();
        }
    }

    private static void Report(DataFrame frame, IReadOnlyList<Column> keys, int row, int first, ErrorLog log)
    {
        string value = string.Join(", ", keys.Select(k => k.Show(row)));
        string names = string.Join(", ", keys.Select(k => k.Name));
        log.AddToRow(frame.PlaceOf(row), frame.PlaceOf(row), 0, names, value, $"{ErrorLog.Show(value)} is already the key of {frame.Describe(first, row)}. Each row needs a key of its own.");
    }
}
