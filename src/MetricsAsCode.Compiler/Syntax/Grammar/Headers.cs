using System.Collections.Immutable;
using MetricsAsCode.Compiler.Diagnostics;
using MetricsAsCode.Compiler.Syntax.Lexing;
using MetricsAsCode.Compiler.Syntax.Outlining;
using Sprache;

namespace MetricsAsCode.Compiler.Syntax.Grammar;

/// <summary>Reads the tokens of a member by a grammar, to the last one; or reports the furthest place that the grammar came to.</summary>
internal static class Headers
{
    private const int MostExpectations = 5;

    private static readonly string[] BeforeValues = ["=", "!=", "[", ","];

    public static T? Header<T>(this Reading reading, Member member, Parser<T> grammar)
        where T : class
    {
        if (!Nesting.IsBounded(member.Header, reading))
        {
            return null;
        }

        var start = TokenInput.StartOf(member.Header);
        var result = (from value in grammar from end in Tokens.End select value)(start);
        if (result.WasSuccessful)
        {
            return result.Value;
        }

        if (!member.Header.Any(t => t.IsBroken))
        {
            Report(reading, member, start.Furthest);
        }

        return null;
    }

    /// <summary>A member without a block and without a description.</summary>
    public static T? Line<T>(this Reading reading, Member member, Parser<T> grammar)
        where T : class
    {
        reading.DocumentNothing(member.First.Docs);
        reading.NoBlock(member);
        return reading.Header(member, grammar);
    }

    public static void NoBlock(this Reading reading, Member member)
    {
        if (member.Body is { } body)
        {
            reading.Report(body.Open, at => SyntaxErrors.NoBlockHere(at, reading.Written(member.First)));
        }
    }

    /// <summary>Reports a block that is missing, unless the header is in doubt anyway.</summary>
    public static void NeedsBlock(this Reading reading, Member member, bool isHeaderRead)
    {
        if (member.Body is null && isHeaderRead)
        {
            reading.Report(member.HeaderSpan.After, at => SyntaxErrors.BlockExpected(at, member.First.Value));
        }
    }

    /// <summary><c>= off track</c>: the words behind a comparison, in a list or in brackets, if there are several of them.</summary>
    private static string? SeveralWords(Reading reading, ImmutableArray<Token> header, int position)
    {
        int first = position;
        while (first > 0 && IsPlainWord(header[first - 1]))
        {
            first--;
        }

        int behind = header[position].IsWord("back") || header[position].IsWord("by") ? position + 1 : position;
        while (behind < header.Length && IsPlainWord(header[behind]))
        {
            behind++;
        }

        bool areSeveral = first < position && position < behind && first > 0 && !header[first].IsWord("no");
        if (!areSeveral || !BeforeValues.Any(header[first - 1].IsSymbol) || IsDefinition(header, first - 1) || reading.Text.Slice(header[first - 1].Span.To(header[position].Span)).Contains('\n'))
        {
            return null;
        }

        return string.Join(" ", header.Skip(first).Take(behind - first).Select(t => t.Value));
    }

    /// <summary>Whether what stands behind a sign is a formula, and no value beside a column: the first <c>=</c> of anything but an expectation.</summary>
    private static bool IsDefinition(ImmutableArray<Token> header, int sign) =>
        header[sign].IsSymbol("=") && !header[0].IsWord("expect") && !header.Take(sign).Any(t => t.IsSymbol("="));

    private static bool IsPlainWord(Token token) => token.Kind == TokenKind.Name && !Keywords.OfExpressions.Contains(token.Value);

    /// <summary>A word of expressions that may be meant as the name of a column.</summary>
    private static string InBackticks(Token found, string[] expected) =>
        found.Kind == TokenKind.Name && Keywords.OfExpressions.Contains(found.Value) && expected.Any(e => e is "a value" or "a name") ? $" A column of that name is written `` `{found.Value}` ``." : "";

    private static void Report(Reading reading, Member member, Furthest furthest)
    {
        string[] expected = [.. furthest.Spoken];
        if (furthest.Position < member.Header.Length)
        {
            var found = member.Header[furthest.Position];
            string near = Tokens.IsName(found) ? Suggestion.DidYouMean(found.Value, furthest.Words) : "";
            string remedy = near.Length > 0 ? near
                : SeveralWords(reading, member.Header, furthest.Position) is { } text ? $" A text of several words stands in quotes: `\"{text}\"`."
                : $" Expected {Sentence.List(expected, MostExpectations)}.{InBackticks(found, expected)}";
            reading.Report(found.Span, at => SyntaxErrors.Unexpected(at, reading.Written(found), remedy));
            return;
        }

        var last = member.Header[member.Header.Length - 1];
        string[] closing = [.. expected.Where(e => e is "`)`" or "`]`")];
        reading.Report(last.Span.After, at => SyntaxErrors.Missing(at, reading.Written(last), closing.Length > 0 ? closing : expected));
    }
}
