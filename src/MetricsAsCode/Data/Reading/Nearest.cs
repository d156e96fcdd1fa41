namespace MetricsAsCode.Data.Reading;

/// <summary>Finds the name a file most likely meant.</summary>
internal static class Nearest
{
    // Longer texts are no slips of a name, and comparing them costs the product of their lengths.
    private const int Longest = 100, Listed = 20;

    /// <summary>Names in backticks, the first ones if there are many.</summary>
    public static string List(IReadOnlyCollection<string> names) =>
        string.Join(", ", names.Take(Listed).Select(ErrorLog.Show)) + (names.Count > Listed ? FormattableString.Invariant($" and {names.Count - Listed} more") : "");

    /// <summary>" Did you mean `x`?", or nothing when no candidate is near; case does not count, ties go to the first by ordinal order.</summary>
    public static string DidYouMean(string written, IEnumerable<string> candidates)
    {
        if (written.Length > Longest)
            return "";
        int allowed = Math.Max(1, written.Length / 3);
        string? near = candidates
            .Where(c => Math.Abs(c.Length - written.Length) <= allowed)
            .Select(c => (Name: c, Distance: Distance(written.ToUpperInvariant(), c.ToUpperInvariant())))
            .Where(c => c.Distance <= allowed)
            .OrderBy(c => c.Distance)
            .ThenBy(c => c.Name, StringComparer.Ordinal)
            .Select(c => c.Name)
            .FirstOrDefault();
        return near is null ? "" : $" Did you mean {ErrorLog.Show(near)}?";
    }

    /// <summary>Insertions, deletions and replacements, one row of the table at a time.</summary>
    private static int Distance(string a, string b)
    {
        int[] above = [.. Enumerable.Range(0, b.Length + 1)];
        for (int i = 1; i <= a.Length; i++)
        {
            var row = new int[b.Length + 1];
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
                row[j] = Math.Min(Math.Min(row[j - 1], above[j]) + 1, above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
            above = row;
        }

        return above[b.Length];
    }
}
