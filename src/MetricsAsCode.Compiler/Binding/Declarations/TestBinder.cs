using System.Collections.Immutable;
using MetricsAsCode.Compiler.Binding.Expressions;
using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Diagnostics;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Compiler.Syntax;

namespace MetricsAsCode.Compiler.Binding.Declarations;

internal static class TestBinder
{
    public static TestSymbol Bind(TestDeclaration declaration, ImmutableArray<ObjectiveSymbol> objectives, Scope scope)
    {
        var written = declaration.Members.OfType<GivenSyntax>().ToArray();
        var given = written.Select(g => BindGiven(g, scope)).ToArray();
        CheckGivenTwice(written, given, scope);
        var expectations = declaration.Members.OfType<ExpectSyntax>().ToArray();
        if (expectations.Length == 0)
        {
            scope.Report(TestErrors.ExpectsNothing(scope.At(declaration.Name), declaration.Label.Value));
        }

        if (declaration is { For: RelativePeriod relative, AsOf: null })
        {
            scope.Report(TestErrors.NeedsAsOf(scope.At(relative), scope.Tree.Text.Slice(relative.Span)));
        }

        var bound = expectations.Select(e => ExpectBinder.Bind(e, objectives, scope)).Where(e => e is not null).Select(e => e!).ToImmutableArray();
        CheckColumns(written, given, bound, scope);
        return new TestSymbol(
            scope.Module.Name,
            declaration.Label.Value,
            declaration.For,
            declaration.AsOf,
            [.. given.Where(g => g is not null).Select(g => g!)],
            bound,
            scope.At(declaration.Name));
    }

    private static GivenSymbol? BindGiven(GivenSyntax given, Scope scope)
    {
        if (scope.Module.Find(given.Source, out int used) is not NamedSource { Source: var source } || used != given.Source.Parts.Length)
        {
            scope.Report(NameErrors.NotDefined(scope.At(given.Source), given.Source.Text, scope.Module.ValueNames));
            return null;
        }

        var header = given.Table.Header.Select(cell => source.Column(cell.Text ?? "")).ToArray();
        foreach (var (cell, _) in given.Table.Header.Zip(header, (cell, column) => (cell, column)).Where(c => c.column is null))
        {
            scope.Report(NameErrors.ColumnUnknown(scope.At(cell), source.Name, cell.Text ?? "", source.Columns.Select(c => c.Name)));
        }

        CellCheck.Check(given.Table, header, scope);
        return header.Contains(null) ? null : new GivenSymbol(source, [.. header.Select(c => c!)], given.Table.Rows, scope.Tree);
    }

    private static void CheckGivenTwice(GivenSyntax[] written, GivenSymbol?[] given, Scope scope)
    {
        for (int i = 1; i < given.Length; i++)
        {
            if (given[i] is { } again && given.Take(i).Any(g => g is not null && ReferenceEquals(g.Source, again.Source)))
            {
                scope.Report(TestErrors.Twice(scope.At(written[i].Source), $"`{again.Source.Name}`"));
            }
        }
    }

    /// <summary>Reading a column that a table leaves out would find it missing everywhere, which no test means.</summary>
    private static void CheckColumns(GivenSyntax[] written, GivenSymbol?[] given, ImmutableArray<ExpectSymbol> expectations, Scope scope)
    {
        var metrics = expectations.SelectMany(e => e.Metric is { } metric ? [metric] : e.KeyResult!.Metrics).Distinct().ToArray();
        var read = metrics.SelectMany(m => MetricColumns.Of(m.Body).Select(c => (Metric: m, Column: c)))
            .Concat(expectations.Where(e => e.By is not null).SelectMany(e => ColumnsOf(e.By!).Select(c => (Metric: e.Metric!, Column: c))))
            .GroupBy(r => r.Column)
            .ToDictionary(g => g.Key, g => g.First().Metric);
        for (int i = 0; i < given.Length; i++)
        {
            if (given[i] is not { } table)
            {
                continue;
            }

            foreach (var column in table.Source.Columns.Where(c => read.ContainsKey(c) && !table.Header.Contains(c)))
            {
                scope.Report(TestErrors.IsRead(scope.At(written[i].Source), table.Source.Name, column.Name, read[column].Name));
            }
        }
    }

    /// <summary>What is read to tell the groups apart.</summary>
    private static IEnumerable<ColumnSymbol> ColumnsOf(ColumnSymbol by) =>
        by.Condition is null ? [by] : RowParts.All(by.Condition).OfType<RowColumn>().SelectMany(c => c.References.Select(r => r.Column).Append(c.Column));
}
