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

        CellCheck.Check(table, [.. header], scope);
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
}
