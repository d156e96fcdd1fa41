using System.Text;

namespace MetricsAsCode.Cli.Computing;

/// <summary>Rows of a file of text as they are written there.</summary>
internal static class WrittenRows
{
    private const int Longest = 1 << 16;

    /// <summary>The rows that begin on some lines; one whose quotes are open goes on in the next line. Nothing for a file that is no text, or is gone.</summary>
    public static IReadOnlyDictionary<int, string> At(string path, IReadOnlySet<int> lines)
    {
        var rows = new Dictionary<int, string>();
        if (Path.GetExtension(path).Equals(".parquet", StringComparison.OrdinalIgnoreCase) || !File.Exists(path))
            return rows;
        int number = 0, from = 0;
        var open = new StringBuilder();
        foreach (string line in File.ReadLines(path))
        {
            number++;
            if (open.Length == 0 && !lines.Contains(number))
                continue;
            from = open.Length == 0 ? number : from;
            open.Append(open.Length == 0 ? "" : "\n").Append(line.AsSpan(0, Math.Min(line.Length, Longest)));
            if (IsOpen(open) && open.Length < Longest)
                continue;
            rows.Add(from, open.ToString());
            open.Clear();
        }

        if (open.Length > 0)
            rows.Add(from, open.ToString());
        return rows;
    }

    private static bool IsOpen(StringBuilder row)
    {
        bool isOpen = false;
        foreach (var chunk in row.GetChunks())
        {
            foreach (char c in chunk.Span)
                isOpen ^= c == '"';
        }

        return isOpen;
    }
}
