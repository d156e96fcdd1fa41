using MetricsAsCode.Compiler.Binding.Expressions;
using MetricsAsCode.Compiler.Diagnostics;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Compiler.Syntax;

namespace MetricsAsCode.Compiler.Binding.Declarations;

/// <summary>The cells of a table that is written in definitions: each fits its column, and each key stands once.</summary>
internal static class CellCheck
{
    /// <param name="table">The table, whose rows have as many cells as its header.</param>
    /// <param name="header">The columns in the order written; null for one that the source does not have, which is reported already.</param>
    /// <param name="scope">Where findings go.</param>
    public static void Check(TableSyntax table, IReadOnlyList<ColumnSymbol?> header, Scope scope)
    {
        foreach (var row in table.Rows)
        {
            for (int i = 0; i < Math.Min(header.Count, row.Cells.Length); i++)
            {
                if (header[i] is { } column)
                {
                    CheckCell(row.Cells[i], column, scope);
                }
            }
        }

        CheckKeys(table, header, scope);
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

    /// <summary>The key of rows with a lifetime may stand in several; whether two of them live at once is seen when they are read.</summary>
    private static void CheckKeys(TableSyntax table, IReadOnlyList<ColumnSymbol?> header, Scope scope)
    {
        int[] keys = [.. Enumerable.Range(0, header.Count).Where(i => header[i] is { IsKey: true, Source.Lifetime: null })];
        bool isWhole = keys.Length > 0 && keys.Length == header[keys[0]]!.Source.Keys.Count();
        var seen = new Dictionary<string, TableRowSyntax>(StringComparer.Ordinal);
        foreach (var row in isWhole ? table.Rows : [])
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
