using System.Collections.Immutable;
using MetricsAsCode.Compiler.Binding.Expressions;
using MetricsAsCode.Compiler.Diagnostics;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Compiler.Syntax;

namespace MetricsAsCode.Compiler.Binding.Declarations;

/// <summary>The rows of a literal table: every declared column is there, and every cell fits its column.</summary>
internal static class TableBinder
{
    /// <summary>The table; null when its columns are in error, which is reported.</summary>
    public static GivenSymbol? Bind(TableSyntax table, SourceSymbol source, Scope scope)
    {
        if (Header(table, source, scope) is not { } header)
        {
            return null;
        }

        foreach (var row in table.Rows)
        {
            for (int i = 0; i < header.Length; i++)
            {
                CheckCell(row.Cells[i], header[i], scope);
            }
        }

        // Of rows with a lifetime a key may have several; that no two of them meet is checked when they are read.
        if (source.Lifetime is null)
        {
            CheckKeys(table, header, scope);
        }

        return new GivenSymbol(source, header, table.Rows, scope.Tree);
    }

    private static ImmutableArray<ColumnSymbol>? Header(TableSyntax table, SourceSymbol source, Scope scope)
    {
        var header = ImmutableArray.CreateBuilder<ColumnSymbol>();
        foreach (var cell in table.Header)
        {
            if (source.Column(cell.Text ?? "") is { } column)
            {
                header.Add(column);
            }
            else
            {
                scope.Report(NameErrors.ColumnUnknown(scope.At(cell), source.Name, cell.Text ?? "", source.Columns.Select(c => c.Name)));
            }
        }

        if (header.Count != table.Header.Length)
        {
            return null;
        }

        var leftOut = source.Columns.Except(header).Select(c => c.Name).ToArray();
        if (leftOut.Length == 0)
        {
            return header.ToImmutable();
        }

        scope.Report(TableErrors.LeavesOut(scope.At(table.Header[0].Span.To(table.Header[table.Header.Length - 1].Span)), source.Name, leftOut));
        return null;
    }

    private static void CheckCell(CellSyntax cell, ColumnSymbol column, Scope scope)
    {
        bool isMissing = cell.Text is null || (cell.Text.Length == 0 && column.Type.Kind != ScalarKind.Text);
        if (column.IsError || (isMissing && column.Type.IsOptional))
        {
            return;
        }

        if (isMissing)
        {
            scope.Report(TableErrors.Empty(scope.At(cell), column.Name, column.IsKey));
        }
        else if (column.IsClosed && !column.Values.Contains(cell.Text!))
        {
            scope.Report(NameErrors.ValueUnknown(scope.At(cell), column.ToString(), cell.Text!, column.Values));
        }
        else if (CellForms.Remedy(cell.Text!, column.Type) is { } remedy)
        {
            scope.Report(TableErrors.DoesNotFit(scope.At(cell), cell.Text!, column.Name, RowBinder.An(column.Type), remedy));
        }
        else if ((column.Low ?? column.High) is not null && CellForms.Number(cell.Text!) is { } number && (number < column.Low || number > column.High))
        {
            scope.Report(TableErrors.OutOfRange(scope.At(cell), cell.Text!, column.Name, FormattableString.Invariant($"{column.Low}..{column.High}")));
        }
    }

    private static void CheckKeys(TableSyntax table, ImmutableArray<ColumnSymbol> header, Scope scope)
    {
        int[] keys = [.. Enumerable.Range(0, header.Length).Where(i => header[i].IsKey)];
        var seen = new Dictionary<string, TableRowSyntax>(StringComparer.Ordinal);
        foreach (var row in keys.Length == 0 ? [] : table.Rows)
        {
            var parts = keys.Select(i => row.Cells[i].Text).ToArray();
            if (parts.Contains(null))
            {
                continue;
            }

            string key = string.Join(", ", parts);
            if (seen.TryGetValue(key, out var first))
            {
                scope.Report(TableErrors.SameKey(scope.At(row.Cells[keys[0]]), key, scope.At(first).Start.Line));
            }
            else
            {
                seen.Add(key, row);
            }
        }
    }
}
