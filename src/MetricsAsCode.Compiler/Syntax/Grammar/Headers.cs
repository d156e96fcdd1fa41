using MetricsAsCode.Compiler.Diagnostics;
using MetricsAsCode.Compiler.Syntax.Outlining;
using Sprache;

namespace MetricsAsCode.Compiler.Syntax.Grammar;

/// <summary>Reads the tokens of a member by a grammar, to the last one; or reports the furthest place that the grammar came to.</summary>
internal static class Headers
{
    private const int MostExpectations = 5;

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

    private static void Report(Reading reading, Member member, Furthest furthest)
    {
        string[] expected = [.. furthest.Spoken];
        if (furthest.Position < member.Header.Length)
        {
            var found = member.Header[furthest.Position];
            string near = Tokens.IsName(found) ? Suggestion.DidYouMean(found.Value, furthest.Words) : "";
            string remedy = near.Length > 0 ? near : $" Expected {Sentence.List(expected, MostExpectations)}.";
            reading.Report(found.Span, at => SyntaxErrors.Unexpected(at, reading.Written(found), remedy));
            return;
        }

        var last = member.Header[member.Header.Length - 1];
        string[] closing = [.. expected.Where(e => e is "`)`" or "`]`")];
        reading.Report(last.Span.After, at => SyntaxErrors.Missing(at, reading.Written(last), closing.Length > 0 ? closing : expected));
    }
}
