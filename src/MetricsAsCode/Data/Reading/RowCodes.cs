namespace MetricsAsCode.Data.Reading;

/// <summary>
/// Numbers the distinct values of one or more columns: equal rows get equal codes from 0, a row with a missing part gets -1.
/// Codes of text are its dictionary's; whole numbers that lie close together are counted from the smallest; only others need a hash table.
/// </summary>
internal readonly record struct RowCodes(int[] Codes, int Count)
{
    public static RowCodes Of(IReadOnlyList<Column> columns)
    {
        var codes = Of(columns[0]);
        for (int i = 1; i < columns.Count; i++)
            codes = codes.With(Of(columns[i]));
        return codes;
    }

    public static RowCodes Of(Column column)
    {
        if (column is TextColumn text)
            return new RowCodes(text.Codes.ToArray(), text.Dictionary.Count);
        var values = WideValues.Of(column);
        return Of(values, column.Known, NumberIndex.Of(values, column.Known));
    }

    private RowCodes With(RowCodes other)
    {
        var pairs = new long[Codes.Length];
        var known = Bitmap.All(pairs.Length);
        for (int row = 0; row < pairs.Length; row++)
        {
            pairs[row] = (long)Codes[row] * other.Count + other.Codes[row];
            if (Codes[row] < 0 || other.Codes[row] < 0)
                known[row] = false;
        }

        return Of(pairs, known, NumberIndex.Of(pairs, known));
    }

    public static RowCodes Of(ReadOnlySpan<long> values, Bitmap? known, NumberIndex index)
    {
        var codes = new int[values.Length];
        for (int row = 0; row < codes.Length; row++)
            codes[row] = known is null || known[row] ? index.CodeOf(values[row]) : -1;
        return new RowCodes(codes, index.Count);
    }
}
