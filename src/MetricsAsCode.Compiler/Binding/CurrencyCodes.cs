namespace MetricsAsCode.Compiler.Binding;

/// <summary>The codes of ISO 4217, with those withdrawn in the years that data still come from. A code that is not here is most likely a slip.</summary>
internal static class CurrencyCodes
{
    private static readonly Lazy<HashSet<string>> All = new(() => new HashSet<string>(
        Embedded.Read("currencies.txt").Split(['\n', '\r'], StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal));

    public static IEnumerable<string> Names => All.Value;

    public static bool Exists(string code) => All.Value.Contains(code);
}
