using System.Text;
using MetricsAsCode.Compiler.Diagnostics;

namespace MetricsAsCode.Compiler.Syntax.Lexing;

/// <summary><c>"text"</c> on one line with the escapes <c>\" \\ \n \t</c>; three quotes begin a long text.</summary>
internal static class TextLexer
{
    public static Token Read(Characters characters) =>
        characters.StandsAt(LongTextLexer.Quotes) ? LongTextLexer.Read(characters) : ReadShort(characters);

    private static Token ReadShort(Characters characters)
    {
        int start = characters.Position++;
        var value = new StringBuilder();
        bool isBroken = false;
        while (!characters.AtLineEnd && characters.Current != '"')
        {
            isBroken |= !ReadCharacter(characters, value);
        }

        if (characters.Current == '"')
        {
            characters.Position++;
        }
        else
        {
            isBroken = true;
            GiveBackBrace(characters, start, value);
            characters.Report(characters.SpanFrom(start).After, SyntaxErrors.UnclosedText);
        }

        return new Token(TokenKind.Text, value.ToString(), characters.SpanFrom(start)) { IsBroken = isBroken };
    }

    /// <summary>One character or one escape; false when the escape has no meaning, which is reported.</summary>
    private static bool ReadCharacter(Characters characters, StringBuilder value)
    {
        int start = characters.Position++;
        char c = characters.From(start)[0];
        if (c != '\\' || characters.AtLineEnd)
        {
            value.Append(c);
            return true;
        }

        char escaped = characters.Current;
        char? meaning = escaped switch { 'n' => '\n', 't' => '\t', '"' or '\\' => escaped, _ => null };
        if (meaning is null)
        {
            characters.Position += char.IsHighSurrogate(escaped) && char.IsLowSurrogate(characters.Peek(1)) ? 2 : 1;
            characters.Report(characters.SpanFrom(start), at => SyntaxErrors.UnknownEscape(at, characters.From(start)));
            return false;
        }

        characters.Position++;
        value.Append(meaning);
        return true;
    }

    /// <summary>A brace at the end of the line belongs to the block, not to the text whose quote was forgotten.</summary>
    private static void GiveBackBrace(Characters characters, int start, StringBuilder value)
    {
        string trimmed = value.ToString().TrimEnd();
        if (trimmed.Length == 0 || trimmed[trimmed.Length - 1] is not ('{' or '}'))
        {
            return;
        }

        int brace = characters.From(start).TrimEnd().Length - 1;
        string before = characters.From(start).Substring(0, brace).TrimEnd();
        characters.Position = start + before.Length;
        value.Length = 0;
        value.Append(before, 1, before.Length - 1);
    }
}
