using MetricsAsCode.Compiler.Diagnostics;
using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Scorecards.Templating;

/// <summary>One <c>{{…}}</c> that is no comment: the whole, and what stands between its braces, without <c>~</c>.</summary>
internal readonly record struct TemplateTag(TextSpan Span, TextSpan Inner);

// 1. `\{{` writes two braces.
// 2. A comment ends at the first `}}`, or at `--}}` if it begins with `{{!--`.
// 3. Braces in quotes end nothing. A quote that is not closed on its line is a mistake, and the tag ends at the next braces all the same.
// 4. A tag that another one begins in is not closed; the scan goes on with the other.

/// <summary>Finds the tags of a template.</summary>
internal sealed class TemplateScanner(SourceText text, DiagnosticBag findings)
{
    private const string Open = "{{";
    private const string Close = "}}";

    private readonly string content = text.Content;

    internal IReadOnlyList<TemplateTag> Tags()
    {
        var tags = new List<TemplateTag>();
        for (var at = Next(0); at >= 0;)
            at = Next(Starts(at, "{{!") ? Comment(at) : Starts(at, "{{{{") ? Raw(at) : Tag(at, tags));
        return tags;
    }

    private int Next(int from)
    {
        for (var at = Find(Open, from); at >= 0; at = Find(Open, at + Open.Length))
        {
            if (at == 0 || content[at - 1] != '\\')
                return at;
            if (at > 1 && content[at - 2] == '\\')
                findings.Add(TemplateErrors.NotSupported(At(at - 2, 2), @"\\{{", "Write one backslash for braces that are written, none for a tag"));
        }

        return -1;
    }

    private int Comment(int at)
    {
        var end = Starts(at, "{{!--") ? "--}}" : Close;
        var close = Find(end, at + (end.Length == Close.Length ? 3 : 5));
        if (close >= 0)
            return close + end.Length;
        findings.Add(TemplateErrors.Unclosed(At(at, 3), "comment", end));
        return content.Length;
    }

    private int Raw(int at)
    {
        findings.Add(TemplateErrors.NotSupported(At(at, 4), "{{{{", "Write `\\{{` for braces that are written"));
        return at + 4;
    }

    private int Tag(int at, List<TemplateTag> tags)
    {
        var braces = Starts(at, "{{{") ? 3 : 2;
        var close = EndOf(at + braces);
        if (close < 0)
        {
            findings.Add(TemplateErrors.Unclosed(At(at, braces), "tag", new string('}', braces)));
            return at + braces;
        }

        var closing = 2;
        while (close + closing < content.Length && content[close + closing] == '}' && closing < 4)
            closing++;
        if (closing != braces)
            findings.Add(TemplateErrors.Malformed(At(close, closing), $"`{new string('{', braces)}` is closed by `{new string('}', closing)}`", "Write as many braces on both sides"));
        var (from, to) = (at + braces, close);
        if (from < to && content[from] == '~')
            from++;
        if (from < to && content[to - 1] == '~')
            to--;
        tags.Add(new TemplateTag(TextSpan.FromBounds(at, close + Math.Min(closing, braces)), TextSpan.FromBounds(from, to)));
        return close + Math.Min(closing, braces);
    }

    /// <summary>Where the closing braces stand; -1 when the text or another tag comes first.</summary>
    private int EndOf(int from)
    {
        for (var at = from; at < content.Length; at++)
        {
            if (Starts(at, Close))
                return at;
            if (Starts(at, Open))
                return -1;
            if (content[at] is '"' or '\'')
                at = Quoted(at);
        }

        return -1;
    }

    private int Quoted(int at)
    {
        for (var end = at + 1; end < content.Length && content[end] != '\n'; end++)
        {
            if (content[end] == content[at] && content[end - 1] != '\\')
                return end;
        }

        findings.Add(TemplateErrors.Unclosed(At(at, 1), "text", content[at].ToString()));
        return at;
    }

    private int Find(string what, int from) => from > content.Length ? -1 : content.IndexOf(what, from, StringComparison.Ordinal);

    private bool Starts(int at, string what) => string.CompareOrdinal(content, at, what, 0, what.Length) == 0;

    private Location At(int start, int length) => new(text, new TextSpan(start, Math.Min(length, content.Length - start)));
}
