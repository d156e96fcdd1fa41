namespace MetricsAsCode.Compiler.Diagnostics;

/// <summary>Finds the name the writer most likely meant.</summary>
public static class Suggestion
{
    /// <summary>The nearest candidate by edit distance with transpositions, if it is near enough to be a slip; ties go to the first by ordinal order.</summary>
    public static string? For(string written, IEnumerable<string> candidates)
    {
        int allowed = Math.Max(1, written.Length / 3);
        return candidates
            .Distinct(StringComparer.Ordinal)
            .Where(c => Math.Abs(c.Length - written.Length) <= allowed && !string.Equals(c, written, StringComparison.Ordinal))
            .Select(c => (Name: c, Distance: Distance(written, c)))
            .Where(c => c.Distance <= allowed)
            .OrderBy(c => c.Distance)
            .ThenBy(c => c.Name, StringComparer.Ordinal)
            .Select(c => c.Name)
            .FirstOrDefault();
    }

    /// <summary>" Did you mean `x`?", or nothing when no candidate is near.</summary>
    public static string DidYouMean(string written, IEnumerable<string> candidates) =>
        For(written, candidates) is { } near ? $" Did you mean `{near}`?" : "";

    /// <summary>Optimal string alignment distance, blind to case.</summary>
    private static int Distance(string a, string b)
    {
        var table = new int[a.Length + 1, b.Length + 1];
        for (int i = 0; i <= a.Length; i++)
        {
            table[i, 0] = i;
        }

        for (int j = 0; j <= b.Length; j++)
        {
            table[0, j] = j;
        }

        for (int i = 1; i <= a.Length; i++)
        {
            for (int j = 1; j <= b.Length; j++)
            {
                int change = char.ToLowerInvariant(a[i - 1]) == char.ToLowerInvariant(b[j - 1]) ? 0 : 1;
                int best = Math.Min(Math.Min(table[i - 1, j] + 1, table[i, j - 1] + 1), table[i - 1, j - 1] + change);
                bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
                table[i, j] = swapped ? Math.Min(best, table[i - 2, j - 2] + 1) : best;
            }
        }

        return table[a.Length, b.Length];
    }
}
