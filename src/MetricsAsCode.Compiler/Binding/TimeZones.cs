namespace MetricsAsCode.Compiler.Binding;

/// <summary>The names of the IANA time zone database, kept here so that a file means the same on every machine.</summary>
internal static class TimeZones
{
    private static readonly Lazy<HashSet<string>> All = new(() => new HashSet<string>(
        Embedded.Read("zones.txt").Split(['\n', '\r'], StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal));

    public static IEnumerable<string> Names => All.Value;

    public static bool Exists(string name) => All.Value.Contains(name);
}
