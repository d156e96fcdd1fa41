namespace MetricsAsCode.Compiler.Text;

/// <summary>One file's path and content. Two texts are equal when both are.</summary>
public sealed class SourceText(string path, string content) : IEquatable<SourceText>
{
    private int[]? lineStarts;

    public string Path { get; } = path;

    public string Content { get; } = content;

    public int LineCount => LineStarts.Length;

    private int[] LineStarts => lineStarts ??= FindLineStarts(Content);

    public string Slice(TextSpan span) => Content.Substring(span.Start, span.Length);

    public LinePosition PositionOf(int offset)
    {
        int line = Array.BinarySearch(LineStarts, offset);
        line = line < 0 ? ~line - 1 : line;
        return new LinePosition(line + 1, offset - LineStarts[line] + 1);
    }

    /// <summary>The text of a line counted from 1, without its line break.</summary>
    public string Line(int number)
    {
        int start = LineStarts[number - 1];
        int end = number < LineStarts.Length ? LineStarts[number] : Content.Length;
        return Content.Substring(start, end - start).TrimEnd('\r', '\n');
    }

    public bool Equals(SourceText? other) =>
        other is not null && string.Equals(Path, other.Path, StringComparison.Ordinal)
        && string.Equals(Content, other.Content, StringComparison.Ordinal);

    public override bool Equals(object? obj) => Equals(obj as SourceText);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Path) ^ StringComparer.Ordinal.GetHashCode(Content);

    /// <summary>A line ends with LF, CR LF or a lone CR.</summary>
    private static int[] FindLineStarts(string content)
    {
        var starts = new List<int> { 0 };
        for (int i = 0; i < content.Length; i++)
        {
            if (content[i] == '\n' || (content[i] == '\r' && (i + 1 == content.Length || content[i + 1] != '\n')))
            {
                starts.Add(i + 1);
            }
        }

        return [.. starts];
    }
}
