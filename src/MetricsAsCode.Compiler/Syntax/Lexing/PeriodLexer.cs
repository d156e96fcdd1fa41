using MetricsAsCode.Compiler.Diagnostics;

namespace MetricsAsCode.Compiler.Syntax.Lexing;

/// <summary>Reads the rest of a date or period whose first digits have been read; one that the calendar does not have is reported.</summary>
internal static class PeriodLexer
{
    /// <summary>Whether what follows the digits makes them a date or period: <c>-7</c>, <c>-Q3</c>, <c>-W31</c>.</summary>
    public static bool GoesOn(Characters characters) =>
        characters.Current == '-'
        && (Characters.IsDigit(characters.Peek(1)) || (characters.Peek(1) is 'Q' or 'W' && Characters.IsDigit(characters.Peek(2))));

    public static Token Read(Characters characters, int start)
    {
        while (Characters.ContinuesName(characters.Current) || (characters.Current == '-' && Characters.ContinuesName(characters.Peek(1))))
        {
            characters.Position++;
        }

        string written = characters.From(start);
        var span = characters.SpanFrom(start);
        var period = PeriodLiteral.Read(written, span, out string problem);
        if (period is null)
        {
            characters.Report(span, at => SyntaxErrors.NoSuchPeriod(at, written, problem));
            return new Token(TokenKind.Bad, written, span);
        }

        return new Token(TokenKind.Period, written, span) { Period = period };
    }
}
