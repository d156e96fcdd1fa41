using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace MetricsAsCode.Cli.Findings;

/// <summary>
/// Names findings so that a machine knows them again after lines have moved: by rule, file and message, and by which of several alike it is.
/// </summary>
internal static class Fingerprints
{
    /// <summary>One for each finding, in order; all different.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<Finding> findings)
    {
        var seen = new Dictionary<(string, string, string), int>();
        return [.. findings.Select(f => (f.Rule.Id, f.Path, f.Message)).Select(key => Hash(key, seen[key] = seen.GetValueOrDefault(key) + 1))];
    }

    private static string Hash((string Rule, string Path, string Message) key, int which)
    {
        byte[] named = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{key.Rule}\0{key.Path}\0{key.Message}\0{which}"));
        return Convert.ToHexStringLower(SHA256.HashData(named).AsSpan(0, 16));
    }
}
