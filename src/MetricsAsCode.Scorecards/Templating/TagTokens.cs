using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Scorecards.Templating;

internal enum TagTokenKind
{
    Word,
    Text,
    Mark,
    End,
}

/// <summary>A word, a quoted text without its quotes, or one of <c>( ) = |</c> inside a tag.</summary>
internal readonly record struct TagToken(TagTokenKind Kind, string Text, TextSpan Span)
{
    internal bool Is(string mark) => Kind == TagTokenKind.Mark && string.Equals(Text, mark, StringComparison.Ordinal);

    internal bool IsWord(string word) => Kind == TagTokenKind.Word && string.Equals(Text, word, StringComparison.Ordinal);
}

/// <summary>The tokens of one tag, read from left to right.</summary>
internal sealed class TagTokens
{
    private const string Marks = "()=|";

    private readonly string content;
    private readonly List<TagToken> tokens = [];
    private int next;

    internal TagTokens(string content, TextSpan inner)
    {
        this.content = content;
        for (var at = inner.Start; at < inner.End;)
            at = char.IsWhiteSpace(content[at]) ? at + 1 : Read(at, inner.End);
        tokens.Add(new TagToken(TagTokenKind.End, "", new TextSpan(inner.End, 0)));
    }

    internal TagToken Current => tokens[next];

    internal bool IsAtEnd => Current.Kind == TagTokenKind.End;

    /// <summary>Whether no blank separates this token from an operand before it.</summary>
    internal bool IsGlued => next > 0 && !IsAtEnd && tokens[next - 1].Span.End == Current.Span.Start && !tokens[next - 1].Is("(");

    /// <summary>The place of everything that is left.</summary>
    internal TextSpan Rest => IsAtEnd ? Current.Span : Current.Span.To(tokens[^2].Span);

    internal TagToken Take() => IsAtEnd ? Current : tokens[next++];

    private int Read(int at, int end)
    {
        var c = content[at];
        if (c is '"' or '\'')
            return Quoted(at, end);
        if (Marks.Contains(c, StringComparison.Ordinal))
            return Add(TagTokenKind.Mark, c.ToString(), at, at + 1);
        var stop = at;
        while (stop < end && !char.IsWhiteSpace(content[stop]) && !Marks.Contains(content[stop], StringComparison.Ordinal) && content[stop] is not ('"' or '\''))
            stop = content[stop] == '[' && content.IndexOf(']', stop, end - stop) is var close and > 0 ? close + 1 : stop + 1;
        return Add(TagTokenKind.Word, content[at..stop], at, stop);
    }

    private int Quoted(int at, int end)
    {
        var stop = at + 1;
        while (stop < end && (content[stop] != content[at] || content[stop - 1] == '\\'))
            stop++;
        return Add(TagTokenKind.Text, content[(at + 1)..stop].Replace("\\" + content[at], content[at].ToString(), StringComparison.Ordinal), at, Math.Min(stop + 1, end));
    }

    private int Add(TagTokenKind kind, string text, int from, int to)
    {
        tokens.Add(new TagToken(kind, text, TextSpan.FromBounds(from, to)));
        return to;
    }
}
