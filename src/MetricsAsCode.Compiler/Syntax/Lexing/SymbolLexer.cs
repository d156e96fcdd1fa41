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

    /// <summary>What other languages write, and what to write here. Longer ones first.</summary>
    private static readonly (string? Written, string? Remedy)[] Strangers =
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

    /// <summary>The longest that stands here: <c>!=</c> is a symbol although <c>!</c> is a stranger, and <c>==</c> a stranger although <c>=</c> is a symbol.</summary>
    public static Token Read(Characters characters)
    {
        string? symbol = Array.Find(Symbols, characters.StandsAt);
        var (stranger, remedy) = Array.Find(Strangers, s => characters.StandsAt(s.Written!));
        if (symbol is null || stranger?.Length > symbol.Length)
        {
            return Bad(characters, stranger?.Length ?? LengthOfCharacter(characters), remedy ?? "Remove it, or put it between double quotes if it is text.");
        }

        int start = characters.Position;
        characters.Position += symbol.Length;
        return new Token(TokenKind.Symbol, symbol, characters.SpanFrom(start));
    }

    private static int LengthOfCharacter(Characters characters) =>
        char.IsHighSurrogate(characters.Current) && char.IsLowSurrogate(characters.Peek(1)) ? 2 : 1;

    private static Token Bad(Characters characters, int length, string remedy)
    {
        int start = characters.Position;
        characters.Position += length;
        SkipRest(characters);
        string written = characters.From(start);
        characters.Report(characters.SpanFrom(start), at => SyntaxErrors.UnknownCharacter(at, written, remedy));
        return new Token(TokenKind.Bad, written, characters.SpanFrom(start));
    }

    /// <summary>What the same slip covers: the quoted text behind a foreign quote, or the same character again.</summary>
    private static void SkipRest(Characters characters)
    {
        int start = characters.Position;
        char last = characters.Peek(-1);
        char closing = last == '“' ? '”' : last;
        if (last is '\'' or '“')
        {
            characters.SkipWhile(c => c != closing && !Characters.IsLineBreak(c));
            characters.Position = characters.Current == closing ? characters.Position + 1 : start;
        }

        characters.SkipWhile(c => c == last);
    }
}
