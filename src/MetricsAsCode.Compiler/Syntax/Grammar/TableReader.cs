using System.Collections.Immutable;
using MetricsAsCode.Compiler.Diagnostics;
using MetricsAsCode.Compiler.Syntax.Lexing;
using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Compiler.Syntax.Grammar;

/// <summary>Cuts the lines of a table into cells. An empty cell is missing, <c>""</c> is empty text, <c>\|</c> is a bar.</summary>
internal static class TableReader
{
    /// <summary>
    /// The first line names the columns. A line with more or fewer cells is reported and left out; a first line that does not name each column
    /// once is reported, and there is no table.
    /// </summary>
    public static TableSyntax? Read(ImmutableArray<Token> lines, Reading reading)
    {
        var header = Cells(lines[0]);
        if (!NamesEachColumnOnce(header, reading))
        {
            return null;
        }

        var rows = ImmutableArray.CreateBuilder<TableRowSyntax>();
        foreach (var line in lines.Skip(1))
        {
            var cells = Cells(line);
            if (cells.Length == header.Length)
            {
                rows.Add(new TableRowSyntax(cells, line.Span));
            }
            else if (!line.IsBroken && !lines[0].IsBroken)
            {
                reading.Report(line.Span, at => SyntaxErrors.CellCount(at, cells.Length, header.Length));
            }
        }

        return new TableSyntax(header, rows.ToImmutable(), lines[0].Span.To(lines[lines.Length - 1].Span));
    }

    private static bool NamesEachColumnOnce(ImmutableArray<CellSyntax> header, Reading reading)
    {
        bool isSound = true;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var cell in header)
        {
            if (string.IsNullOrEmpty(cell.Text))
            {
                isSound = false;
                reading.Report(cell.Span, SyntaxErrors.UnnamedColumn);
            }
            else if (!seen.Add(cell.Text!))
            {
                isSound = false;
                reading.Report(cell.Span, at => SyntaxErrors.RepeatedColumn(at, cell.Text!));
            }
        }

        return isSound;
    }

    private static ImmutableArray<CellSyntax> Cells(Token line)
    {
        var cells = ImmutableArray.CreateBuilder<CellSyntax>();
        int start = 1;
        for (int i = 1; i < line.Value.Length; i++)
        {
            if (TableRowLexer.IsBar(line.Value, i))
            {
                cells.Add(Cell(line, start, i));
                start = i + 1;
            }
        }

        return cells.ToImmutable();
    }

    /// <summary>An empty cell's span is what stands between its bars, so that there is something to point at.</summary>
    private static CellSyntax Cell(Token line, int start, int end)
    {
        string written = line.Value.Substring(start, end - start);
        string text = written.Trim();
        if (text.Length == 0)
        {
            return new CellSyntax(null, new TextSpan(line.Span.Start + start, end - start));
        }

        int blanks = written.Length - written.TrimStart().Length;
        var span = new TextSpan(line.Span.Start + start + blanks, text.Length);
        return new CellSyntax(text == "\"\"" ? "" : text.Replace("\\|", "|"), span);
    }
}
