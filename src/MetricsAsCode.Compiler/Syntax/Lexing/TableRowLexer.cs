using MetricsAsCode.Compiler.Diagnostics;

namespace MetricsAsCode.Compiler.Syntax.Lexing;

/// <summary>A line of a table, <c>| 1 | ann |</c>, from its first bar to its last. A comment may stand behind it.</summary>
internal static class TableRowLexer
{
    public static Token Read(Characters characters)
    {
        int start = characters.Position;
        characters.SkipWhile(c => !Characters.IsLineBreak(c));
        string line = characters.From(start).TrimEnd();
        int lastBar = LastBar(line);
        string behind = line.Substring(lastBar + 1).TrimStart();
        bool isClosed = lastBar > 0 && (behind.Length == 0 || behind.StartsWith("//", StringComparison.Ordinal));

        string row = isClosed ? line.Substring(0, lastBar + 1) : line;
        characters.Position = start + row.Length;
        var token = new Token(TokenKind.TableRow, row, characters.SpanFrom(start)) { IsBroken = !isClosed };
        if (!isClosed)
        {
            characters.Report(token.Span.After, SyntaxErrors.UnclosedTableRow);
        }

        return token;
    }

    private static int LastBar(string line)
    {
        int last = line.Length - 1;
        while (last > 0 && !IsBar(line, last))
        {
            last--;
        }

        return last;
    }

    /// <summary>A bar that ends a cell; <c>\|</c> is part of the cell's text.</summary>
    public static bool IsBar(string line, int index) => line[index] == '|' && (index == 0 || line[index - 1] != '\\');
}
