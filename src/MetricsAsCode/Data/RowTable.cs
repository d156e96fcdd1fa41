using MetricsAsCode.Data.Reading;

namespace MetricsAsCode.Data;

/// <summary>
/// Reads literal tables, those of tests and of sources <c>from table</c>, with the typing and the checks of <see cref="CsvFile"/>.
/// Declared columns may be left out, also required ones: the frame knows them as <see cref="DataFrame.Absent"/>, and reading one is an error.
/// </summary>
public static class RowTable
{
    /// <summary>Reads a table. All its errors are collected.</summary>
    /// <param name="schema">The contract; only what it says about the given columns is checked, and keys only if all their parts are given.</param>
    /// <param name="file">The file the table stands in, for errors.</param>
    /// <param name="headerLine">The line of the header, from 1.</param>
    /// <param name="header">Declared column names.</param>
    /// <param name="rows">One cell per header name; null is missing, in a text column the empty string is a text.</param>
    /// <param name="lines">The line of each row; null when each stands on the line after the one before.</param>
    /// <exception cref="DataException">The table breaks the contract. Errors carry line and column name, and no character column.</exception>
    public static DataFrame Read(
        SourceSchema schema,
        string file,
        int headerLine,
        IReadOnlyList<string> header,
        IReadOnlyList<IReadOnlyList<string?>> rows,
        IReadOnlyList<int>? lines = null)
    {
        var log = new ErrorLog(file);
        var given = Match(schema, header, headerLine, log);
        log.ThrowIfAny();
        var frame = new FrameBuilder(schema, given, file, headerLine, log);
        var whole = new List<(int Line, IReadOnlyList<string?> Cells)>();
        for (int row = 0; row < rows.Count; row++)
        {
            int line = lines?[row] ?? headerLine + 1 + row;
            if (rows[row].Count == header.Count)
                whole.Add((line, rows[row]));
            else
                log.Add(line, 0, null, null, FormattableString.Invariant($"the row has {rows[row].Count} cells, the header has {header.Count}."));
        }

        if (whole.Count > 0)
            frame.Append(RowBatch.Of(given.Count, whole));
        return frame.Build(absent: schema.Columns.Except(given).Select(c => c.Name).ToHashSet(StringComparer.Ordinal));
    }

    private static List<ColumnSchema> Match(SourceSchema schema, IReadOnlyList<string> header, int line, ErrorLog log)
    {
        var given = new List<ColumnSchema>();
        foreach (string name in header)
        {
            var column = schema.Columns.FirstOrDefault(c => string.Equals(c.Name, name, StringComparison.Ordinal));
            if (column is null)
                log.Add(line, 0, name, null, $"`{schema.Name}` does not declare this column.{Nearest.DidYouMean(name, schema.Columns.Select(c => c.Name))}");
            else if (given.Contains(column))
                log.Add(line, 0, name, null, "the column is given twice.");
            else
                given.Add(column);
        }

        return given;
    }
}
