namespace MetricsAsCode.Cli.Verbs;

// Names come first and a path may come last; a parser gives all of them to the names. The last one is the path when it looks like one
// (a separator, dots only, or the ending of a definition file), or when names stand before it and something of that name exists.

/// <summary>Parts names from a path behind them.</summary>
internal static class PathLast
{
    public static (IReadOnlyList<string> Names, string? Path) Split(ToolContext tool, IReadOnlyList<string> names, string? path)
    {
        if (path is not null || names.Count == 0 || !IsPath(tool, names[^1], names.Count))
            return (names, path);
        return names.Count > 1
            ? ([.. names.SkipLast(1)], names[^1])
            : throw ToolException.Usage($"`{names[0]}` is a path; no metric is named. Write the metric before it.");
    }

    private static bool IsPath(ToolContext tool, string last, int count) =>
        last is "." or ".."
        || last.AsSpan().ContainsAny('/', '\\')
        || last.EndsWith(".metrics", StringComparison.Ordinal)
        || (count > 1 && Path.Exists(tool.Full(last)));
}
