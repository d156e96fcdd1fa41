namespace MetricsAsCode.Scorecards.Markdown;

/// <summary>Where a declaration stands, as a link from the scorecard's file. Both paths are given alike: both relative to one folder, or both absolute.</summary>
internal static class DefinitionLink
{
    /// <summary>The address from the folder of <paramref name="scorecardPath"/>, e.g. <c>../../metrics-defs/northwind/orders.metrics#L12</c>.</summary>
    internal static string Address(string definitionPath, int line, string scorecardPath)
    {
        var from = Segments(scorecardPath);
        var to = Segments(definitionPath);
        var folder = from.Length - 1;
        var shared = 0;
        while (shared < folder && shared < to.Length - 1 && string.Equals(from[shared], to[shared], StringComparison.Ordinal))
            shared++;
        var up = Enumerable.Repeat("..", folder - shared);
        var down = to.Skip(shared).Select(Uri.EscapeDataString);
        return FormattableString.Invariant($"{string.Join('/', up.Concat(down))}#L{line}");
    }

    /// <summary>The name of a path's file.</summary>
    internal static string FileName(string path) => Segments(path)[^1];

    // Both separators, because definitions may have been read on another system; `.` says nothing and `a/..` neither.
    private static string[] Segments(string path)
    {
        var segments = new List<string>();
        foreach (var segment in path.Split('/', '\\'))
        {
            if (segment is "" or ".")
                continue;
            if (segment == ".." && segments.Count > 0 && segments[^1] != "..")
                segments.RemoveAt(segments.Count - 1);
            else
                segments.Add(segment);
        }

        return segments.Count == 0 ? [""] : [.. segments];
    }
}
