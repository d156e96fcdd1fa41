using MetricsAsCode.Data.Reading;

namespace MetricsAsCode.Data;

/// <summary>
/// Resolves references between frames once, so that following one later is an array look-up. Text is resolved once per distinct text;
/// whole numbers through an array when they lie close together, else through a hash table.
/// </summary>
public static class References
{
    private const int BlockSize = 1 << 14;

    /// <summary>The row of <paramref name="to"/> for each row of <paramref name="from"/>; -1 where the reference is missing.</summary>
    /// <param name="from">The frame that refers.</param>
    /// <param name="fromKey">Its column of references.</param>
    /// <param name="to">The frame referred to.</param>
    /// <param name="toKey">Its key column, of the same type.</param>
    /// <param name="allowDangling">Whether a value that no row of <paramref name="to"/> has gives -1 instead of an error.</param>
    /// <exception cref="DataException">A reference is dangling: the errors name file, line, column and value.</exception>
    /// <exception cref="ArgumentException">The columns have different types.</exception>
    public static int[] Link(DataFrame from, Column fromKey, DataFrame to, Column toKey, bool allowDangling = false)
    {
        if (fromKey.Type.Kind != toKey.Type.Kind || fromKey.Type.Scale != toKey.Type.Scale)
            throw new ArgumentException($"`{from.Name}.{fromKey.Name}` is {fromKey.Type}, `{to.Name}.{toKey.Name}` is {toKey.Type}.", nameof(toKey));
        int[] rows = fromKey is TextColumn text ? LinkTexts(text, (TextColumn)toKey) : LinkNumbers(fromKey, toKey);
        if (!allowDangling)
            CheckDangling(rows, from, fromKey, to);
        return rows;
    }

    /// <summary>The rows whose reference leads nowhere, each with what is wrong with it.</summary>
    /// <param name="from">The frame that refers.</param>
    /// <param name="fromKey">Its column of references.</param>
    /// <param name="to">The frame referred to.</param>
    /// <param name="toKey">Its key column, of the same type.</param>
    public static IReadOnlyList<(int Row, DataError Error)> Dangling(DataFrame from, Column fromKey, DataFrame to, Column toKey)
    {
        int[] rows = Link(from, fromKey, to, toKey, allowDangling: true);
        return [.. Enumerable.Range(0, rows.Length).Where(row => rows[row] < 0 && fromKey.IsKnown(row)).Select(row => (row, ErrorOf(row)))];

        DataError ErrorOf(int row)
        {
            var log = new ErrorLog(BadRows.Quarantine, from.Origin?.Files ?? [from.Name]);
            Report(log, from, fromKey, row, to);
            return log.Rejected.Values.Single();
        }
    }

    private static int[] LinkTexts(TextColumn from, TextColumn to)
    {
        int[] rowOfCode = FirstRows(RowCodes.Of(to));
        var rowOfText = new int[from.Texts.Count];
        for (int code = 0; code < rowOfText.Length; code++)
            rowOfText[code] = to.Texts.CodeOf(from.Texts.Utf8(code)) is var target and >= 0 ? rowOfCode[target] : -1;
        var rows = new int[from.Length];
        var codes = from.Codes;
        for (int row = 0; row < rows.Length; row++)
            rows[row] = codes[row] < 0 ? -1 : rowOfText[codes[row]];
        return rows;
    }

    private static int[] LinkNumbers(Column from, Column to)
    {
        var keys = WideValues.Of(to);
        var index = NumberIndex.Of(keys, to.Known);
        int[] rowOfCode = FirstRows(RowCodes.Of(keys, to.Known, index));
        int[] rows = GC.AllocateUninitializedArray<int>(from.Length);
        Parallel.For(0, (rows.Length + BlockSize - 1) / BlockSize, () => new long[BlockSize], (block, _, values) =>
        {
            var linked = rows.AsSpan(block * BlockSize, Math.Min(BlockSize, rows.Length - block * BlockSize));
            WideValues.Copy(from, block * BlockSize, values.AsSpan(0, linked.Length));
            for (int i = 0; i < linked.Length; i++)
                linked[i] = index.CodeOf(values[i]) is var code and >= 0 ? rowOfCode[code] : -1;
            return values;
        }, _ => { });
        ForgetMissing(rows, from.Known);
        return rows;
    }

    private static void ForgetMissing(int[] rows, Bitmap? known)
    {
        for (int row = 0; known is not null && row < rows.Length; row++)
        {
            if (!known[row])
                rows[row] = -1;
        }
    }

    private static int[] FirstRows(RowCodes keys)
    {
        var rowOfCode = new int[keys.Count];
        Array.Fill(rowOfCode, -1);
        for (int row = keys.Codes.Length - 1; row >= 0; row--)
        {
            if (keys.Codes[row] >= 0)
                rowOfCode[keys.Codes[row]] = row;
        }

        return rowOfCode;
    }

    private static void CheckDangling(int[] rows, DataFrame from, Column fromKey, DataFrame to)
    {
        var log = new ErrorLog(from.Origin?.Files ?? [from.Name]);
        for (int row = 0; row < rows.Length; row++)
        {
            if (rows[row] >= 0 || !fromKey.IsKnown(row))
                continue;
            if (log.Keeps(from.PlaceOf(row)))
                Report(log, from, fromKey, row, to);
            else
                log.Skip();
        }

        log.ThrowIfAny();
    }

    private static void Report(ErrorLog log, DataFrame from, Column fromKey, int row, DataFrame to)
    {
        string value = fromKey.Show(row)!;
        string place = to.Origin is { } origin ? $" ({Path.GetFileName(origin.File)})" : "";
        log.AddToRow(from.PlaceOf(row), from.PlaceOf(row), 0, fromKey.Name, value, $"{ErrorLog.Show(value)} refers to no row of `{to.Name}`{place}. Add the row, or leave the cell empty if the type is optional.");
    }
}
