using MetricsAsCode.Compiler.Diagnostics;

namespace MetricsAsCode.Compiler.Syntax.Lexing;

/// <summary><c>churn_rate</c>, <c>`at`</c>, and the fiscal periods, which look like names: <c>FY2027</c>, <c>FY2027-Q1</c>.</summary>
internal static class NameLexer
{
    public static Token Read(Characters characters)
    {
        int start = characters.Position;
        characters.SkipWhile(Characters.ContinuesName);
        string name = characters.From(start);
        return IsFiscal(name)
            ? PeriodLexer.Read(characters, start)
            : new Token(TokenKind.Name, name, characters.SpanFrom(start));
    }

    public static Token ReadQuoted(Characters characters)
    {
        int start = characters.Position++;
        characters.SkipWhile(Characters.ContinuesName);
        string name = characters.From(start + 1);
        if (characters.Current == '`' && name.Length > 0 && Characters.StartsName(name[0]))
        {
            characters.Position++;
            return new Token(TokenKind.QuotedName, name, characters.SpanFrom(start));
        }

        SkipBehindQuote(characters);
        characters.Report(characters.SpanFrom(start), SyntaxErrors.NotAName);
        return new Token(TokenKind.Bad, characters.From(start), characters.SpanFrom(start));
    }

    /// <summary>To the closing backtick of this line; without one only what reads as a name is taken.</summary>
    private static void SkipBehindQuote(Characters characters)
    {
        int end = characters.Position;
        characters.SkipWhile(c => c != '`' && !Characters.IsLineBreak(c));
        characters.Position = characters.Current == '`' ? characters.Position + 1 : end;
    }

    private static bool IsFiscal(string name) =>
        name.Length > 2 && name.StartsWith("FY", StringComparison.Ordinal) && name.Skip(2).All(Characters.IsDigit);
}
