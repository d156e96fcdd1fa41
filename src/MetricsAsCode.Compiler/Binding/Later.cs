namespace MetricsAsCode.Compiler.Binding;

/// <summary>Functions of the language that this version cannot compile yet, and what to write instead.</summary>
internal static class Later
{
    private static readonly Dictionary<string, string> Functions = new(StringComparer.Ordinal)
    {
        ["since_previous"] = "Compare `nth(…)` values per entity instead.",
        ["until_next"] = "Compare `nth(…)` values per entity instead.",
    };

    public static string? Function(string name) => Functions.TryGetValue(name, out string? instead) ? instead : null;
}
