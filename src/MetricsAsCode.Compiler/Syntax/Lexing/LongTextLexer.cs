using MetricsAsCode.Compiler.Diagnostics;
using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Compiler.Syntax.Lexing;

/// <summary>
/// <c>"""long text"""</c>, over several lines if wanted, without escapes. A first and a last line without text are dropped, the indentation that
/// all lines share is too, and lines end with <c>\n</c> however they end in the file.
/// </summary>
internal static class LongTextLexer
{
    public const string Quotes = "\"\"\"";

    public static Token Read(Characters characters)
    {
        int start = characters.Position;
        characters.Position += Quotes.Length;
        int first = characters.Position;
        while (!characters.AtEnd && !characters.StandsAt(Quotes))
        {
            characters.Position++;
        }

        string written = characters.From(first);
        if (characters.AtEnd)
        {
            characters.Report(new TextSpan(start, Quotes.Length), SyntaxErrors.UnclosedLongText);
            return new Token(TokenKind.Text, Unindent(written), characters.SpanFrom(start)) { IsBroken = true };
        }

        characters.Position += Quotes.Length;
        return new Token(TokenKind.Text, Unindent(written), characters.SpanFrom(start));
    }

    private static string Unindent(string written)
    {
        var lines = written.Replace("\r\n", "\n").Replace('\r', '\n').Split('\n').ToList();
        if (lines.Count > 1 && IsBlank(lines[lines.Count - 1]))
        {
            lines.RemoveAt(lines.Count - 1);
        }

        if (lines.Count > 1 && IsBlank(lines[0]))
        {
            lines.RemoveAt(0);
        }

        int shared = lines.Where(l => !IsBlank(l)).Select(Indentation).DefaultIfEmpty(0).Min();
        return string.Join("\n", lines.Select(l => l.Length >= shared ? l.Substring(shared) : ""));
    }

    private static bool IsBlank(string line) => line.All(char.IsWhiteSpace);

    private static int Indentation(string line) => line.TakeWhile(c => c is ' ' or '\t').Count();
}
