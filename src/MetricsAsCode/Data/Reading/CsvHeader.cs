using System.Text;

namespace MetricsAsCode.Data.Reading;

/// <summary>
/// Matches a file's header with the declared columns. Every declared column must be there exactly once, also those not asked for;
/// names that are not declared do not matter.
/// </summary>
internal static class CsvHeader
{
    /// <summary>The column of the file for each wanted column; errors go to the log.</summary>
    public static int[] Match(CsvBatch header, SourceSchema schema, IReadOnlyList<ColumnSchema> wanted, ErrorLog log)
    {
        var names = new string[header.SlotCount];
        for (int i = 0; i < names.Length; i++)
            names[i] = Encoding.UTF8.GetString(header.TextOf(header[i, 0]));
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var column in schema.Columns)
        {
            string name = column.FileName ?? column.Name;
            int place = names.IndexOf(name);
            places[column.Name] = place;
            if (place < 0)
                LogMissing(column, name, names, header.Lines[0], log);
            else if (Array.IndexOf(names, name, place + 1) is var second && second >= 0)
                LogTwice(column, name, header.PlaceOf(second, 0), log);
        }

        return [.. wanted.Select(w => places[w.Name])];
    }

    private static void LogMissing(ColumnSchema column, string name, string[] names, int line, ErrorLog log)
    {
        string separator = names.Length == 1 && names[0].IndexOfAny([';', '\t', '|']) is var at && at >= 0
            ? $" It looks separated by {ErrorLog.Show(names[0][at].ToString())}; CSV is separated by commas."
            : "";
        log.Add(line, 0, column.Name, null, $"the header does not name {ErrorLog.Show(name)}; it has {Nearest.List(names)}.{Nearest.DidYouMean(name, names)}{separator}");
    }

    private static void LogTwice(ColumnSchema column, string name, (int Line, int Column) place, ErrorLog log) =>
        log.Add(place.Line, place.Column, column.Name, name, $"the header names {ErrorLog.Show(name)} twice, so it is not known which column is meant.");
}
