using MetricsAsCode.Compiler.Diagnostics;
using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Compiler.Syntax.Lexing;

/// <summary>
/// <c>12</c>, <c>1_000</c>, <c>2.5</c>, <c>20%</c>. Digits with <c>-7</c>, <c>-Q3</c> or <c>-W31</c> right behind them are a date or a period,
/// and <c>1..5</c> is a range: a point belongs to the number when a digit follows.
/// </summary>
internal static class NumberLexer
{
    /// <summary>As many as a decimal number of .NET holds whatever they are.</summary>
    private const int MaxDigits = 28;

    public static Token Read(Characters characters)
    {
        int start = characters.Position;
        characters.SkipWhile(IsDigitOrUnderscore);
        if (PeriodLexer.GoesOn(characters))
        {
            return PeriodLexer.Read(characters, start);
        }

        if (characters.Current == '.' && Characters.IsDigit(characters.Peek(1)))
        {
            characters.Position++;
            characters.SkipWhile(IsDigitOrUnderscore);
        }

        return Finish(characters, start);
    }

    private static Token Finish(Characters characters, int start)
    {
        string written = characters.From(start);
        if (Characters.ContinuesName(characters.Current) || HasStrayUnderscore(written))
        {
            characters.SkipWhile(Characters.ContinuesName);
            return Bad(characters, start, SyntaxErrors.NotANumber);
        }

        string digits = written.Replace("_", "");
        if (digits.Count(Characters.IsDigit) > MaxDigits)
        {
            return Bad(characters, start, (at, _) => SyntaxErrors.NumberTooLong(at, MaxDigits));
        }

        var kind = characters.Current == '%' ? TokenKind.Percent : TokenKind.Number;
        characters.Position += kind == TokenKind.Percent ? 1 : 0;
        return new Token(kind, digits, characters.SpanFrom(start));
    }

    private static Token Bad(Characters characters, int start, Func<Location, string, Diagnostic> finding)
    {
        string written = characters.From(start);
        characters.Report(characters.SpanFrom(start), at => finding(at, written));
        return new Token(TokenKind.Bad, written, characters.SpanFrom(start));
    }

    /// <summary>Underscores stand singly between digits.</summary>
    private static bool HasStrayUnderscore(string written) =>
        written[written.Length - 1] == '_' || written.Contains("__") || written.Contains("_.") || written.Contains("._");

    private static bool IsDigitOrUnderscore(char c) => c == '_' || Characters.IsDigit(c);
}
