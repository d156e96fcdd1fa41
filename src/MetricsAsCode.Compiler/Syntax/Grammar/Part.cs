using System.Collections.Immutable;
using MetricsAsCode.Compiler.Diagnostics;
using MetricsAsCode.Compiler.Text;
using Sprache;

namespace MetricsAsCode.Compiler.Syntax.Grammar;

/// <summary>One of several optional parts that may stand in any order, each at most once, e.g. <c>key</c> and <c>in [a, b]</c> of a column.</summary>
/// <param name="Apply">The whole with this part.</param>
internal sealed record Part<T>(string Word, Func<T, T> Apply, TextSpan Span);

internal static class Part
{
    /// <summary>A part that a keyword or symbol begins.</summary>
    public static Parser<Part<T>> Of<T, TValue>(string word, Parser<TValue> rest, Func<T, TValue, T> apply) =>
        (char.IsLetter(word[0]) ? Tokens.Word(word) : Tokens.Symbol(word)).Then(_ => rest)
        .Node((value, span) => new Part<T>(word, whole => apply(whole, value), span));

    /// <summary>A part that is a keyword alone.</summary>
    public static Parser<Part<T>> Of<T>(string word, Func<T, T> apply) =>
        Tokens.Word(word).Select(token => new Part<T>(word, apply, token.Span));

    /// <summary>Puts the parts together; one that comes again is reported and left out.</summary>
    public static T Fold<T>(this Reading reading, T whole, ImmutableArray<Part<T>> parts)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var part in parts)
        {
            if (seen.Add(part.Word))
            {
                whole = part.Apply(whole);
            }
            else
            {
                reading.Report(part.Span, at => SyntaxErrors.Repeated(at, part.Word));
            }
        }

        return whole;
    }
}
