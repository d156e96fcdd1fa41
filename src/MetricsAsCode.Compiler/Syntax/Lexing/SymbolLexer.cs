using MetricsAsCode.Compiler.Diagnostics;

namespace MetricsAsCode.Compiler.Syntax.Lexing;

/// <summary>Operators, brackets and separators; and a word of advice for those of other languages.</summary>
internal static class SymbolLexer
{
    /// <summary>Longer ones first.</summary>
    private static readonly string[] Symbols =
    [
        "!=", "<=", ">=", "..", "->",
        "=", "<", ">", "+", "-", "*", "/", "(", ")", "[", "]", "{", "}", ",", ".", "?", ";",
    ];

    /// <summary>What other languages write, and what to write here. Longer ones first; looked at before the symbols.</summary>
    private static readonly (string Written, string Remedy)[] Strangers =
    [
        ("===", "Write `=` to compare."),
        ("==", "Write `=` to compare."),
        ("<>", "Write `!=` for different values."),
        (":=", "Write `=` to define."),
        ("=>", "Write `>=` for at least."),
        ("&&", "Write `and`."),
        ("||", "Write `or`."),
        ("/*", "A comment begins with `//` and goes to the end of its line."),
        ("**", "Multiply with `*`; there are no powers."),
        ("&", "Write `and`."),
        ("|", "A line of a table begins with `|`."),
        ("!", "Write `not`, or `!=` for different values."),
        ("%", "Write it right behind its number, such as `20%`."),
        ("#", "A comment begins with `//`."),
        (":", "Names are joined by `.`, and a name and its type by a blank."),
        ("'", "Put text between double quotes."),
        ("“", "Put text between straight double quotes."),
        ("”", "Put text between straight double quotes."),
        ("–", "Write `-`."),
        ("−", "Write `-`."),
    ];

    public static Token Read(Characters characters)
    {
        foreach (var (written, remedy) in Strangers)
        {
            if (characters.StandsAt(written))
            {
                return Bad(characters, written.Length, remedy);
            }
        }

        int start = characters.Position;
        foreach (string symbol in Symbols)
        {
            if (characters.StandsAt(symbol))
            {
                characters.Position += symbol.Length;
                return new Token(TokenKind.Symbol, symbol, characters.SpanFrom(start));
            }
        }

        bool isPair = char.IsHighSurrogate(characters.Current) && char.IsLowSurrogate(characters.Peek(1));
        return Bad(characters, isPair ? 2 : 1, "Remove it, or put it between double quotes if it is text.");
    }

    private static Token Bad(Characters characters, int length, string remedy)
    {
        int start = characters.Position;
        characters.Position += length;
        char last = characters.Peek(-1);
        characters.SkipWhile(c => c == last);
        string written = characters.From(start);
        characters.Report(characters.SpanFrom(start), at => SyntaxErrors.UnknownCharacter(at, written, remedy));
        return new Token(TokenKind.Bad, written, characters.SpanFrom(start));
    }
}
