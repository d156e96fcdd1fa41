using System.Collections.Immutable;
using MetricsAsCode.Compiler.Diagnostics;
using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Scorecards.Templating;

/// <summary>Reads <c>../a.b</c>, <c>this</c>, <c>./a</c>, <c>a.[0]</c>, <c>@first</c>.</summary>
internal static class PathReader
{
    internal static PathExpression? Read(SourceText text, TagToken token, DiagnosticBag findings)
    {
        var (word, at, ups) = (token.Text, 0, 0);
        string? data = null;
        if (word[0] == '@')
        {
            at = 1 + word[1..].TakeWhile(char.IsAsciiLetter).Count();
            data = word[1..at];
            if (data.Length == 0 || (at < word.Length && word[at++] != '.'))
                return Refuse(0);
        }

        for (; at + 1 < word.Length && string.CompareOrdinal(word, at, "..", 0, 2) == 0; ups++)
        {
            if (at + 2 < word.Length && word[at + 2] != '/')
                return Refuse(at);
            at = Math.Min(at + 3, word.Length);
        }

        if (at < word.Length && string.CompareOrdinal(word, at, "./", 0, 2) == 0)
            at += 2;
        var steps = ImmutableArray.CreateBuilder<PathStep>();
        while (at < word.Length)
        {
            var (from, to) = word[at] == '[' && word.IndexOf(']', at) is var close and > 0 ? (at + 1, close) : (at, NameEnd(word, at));
            var end = word[at] == '[' ? Math.Min(to + 1, word.Length) : to;
            var isLast = end == word.Length;
            if ((from == to && !(word == "." && at == 0)) || (!isLast && word[end] != '.') || (!isLast && end + 1 == word.Length && word != "."))
                return Refuse(at);
            if (word[from..to] is not ("this" or "") || word[at] == '[')
                steps.Add(new PathStep(word[from..to], new TextSpan(token.Span.Start + from, to - from)));
            at = isLast ? end : end + 1;
        }

        return new PathExpression(ups, data, steps.ToImmutable(), word, token.Span);

        PathExpression? Refuse(int where)
        {
            findings.Add(TemplateErrors.Malformed(
                new Location(text, new TextSpan(token.Span.Start + where, word.Length - where)), $"`{word}` is no name", "Write names joined by dots, with `../` in front for what surrounds the block"));
            return null;
        }
    }

    private static int NameEnd(string word, int from)
    {
        while (from < word.Length && (char.IsAsciiLetterOrDigit(word[from]) || word[from] == '_'))
            from++;
        return from;
    }
}
