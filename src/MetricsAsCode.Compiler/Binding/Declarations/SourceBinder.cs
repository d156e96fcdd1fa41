using System.Collections.Immutable;
using MetricsAsCode.Compiler.Binding.Expressions;
using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Diagnostics;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Compiler.Syntax;

namespace MetricsAsCode.Compiler.Binding.Declarations;

/// <summary>Binds sources in three steps, since each needs the one before of all sources: columns, references, times.</summary>
internal sealed class SourceBinder(SourceDeclaration declaration, SourceSymbol source, Scope scope)
{
    private static readonly string[] Supported = ["csv", "json", "parquet", "postgres", "clickhouse", "table"];
    private static readonly string[] Formats = ["csv", "json", "parquet", "postgres", "clickhouse", "duckdb", "table"];

    private ImmutableArray<PlacedMember>? members;

    /// <summary>Its own members and those that it takes over.</summary>
    public ImmutableArray<PlacedMember> Members => members ??= SourceMembers.Of(declaration, source, scope);

    private IEnumerable<(ColumnSyntax Column, PlacedMember Place)> Columns => Members.Where(m => m.Member is ColumnSyntax).Select(m => ((ColumnSyntax)m.Member, m));

    public static SourceSymbol Declare(SourceDeclaration declaration, ModuleNames module, SyntaxTree tree) => new(
        module.Name, declaration.Name.Text, declaration.Origin.Format.Text, declaration.Origin.Place.Value, declaration.Description, tree.At(declaration.Name));

    public void BindColumns()
    {
        CheckFormat();
        var columns = ImmutableArray.CreateBuilder<ColumnSymbol>();
        foreach (var (column, place) in Columns)
        {
            if (columns.FirstOrDefault(c => c.Name == column.Name.Text) is { } first)
            {
                scope.Report(NameErrors.DeclaredTwice(place.For(scope).At(column.Name), column.Name.Text, first.Location));
                continue;
            }

            columns.Add(ColumnBinder.Bind(column, source, place.For(scope)));
        }

        source.Columns = columns.ToImmutable();
        CheckContent();
    }

    public void BindReferences()
    {
        foreach (var (column, place) in Columns.Where(c => c.Column.References is not null))
        {
            source.Column(column.Name.Text)!.References = Target(column, column.References!, place);
        }
    }

    /// <summary>The rows of a literal table, when columns and references are known.</summary>
    public void BindTable()
    {
        if (declaration.Table is { } table)
        {
            source.Table = TableBinder.Bind(table, source, scope);
        }
    }

    public void BindTime()
    {
        var times = Members.Where(m => m.Member is BorrowedTime or ColumnSyntax { IsTime: true }).ToArray();
        foreach (var again in times.Skip(1))
        {
            scope.Report(TypeErrors.CannotBe(again.For(scope).At(again.Member), $"`{source.Name}` has a time already", "Rows have one time; read them by another with `dated COLUMN`"));
        }

        var first = times.FirstOrDefault();
        switch (first?.Member)
        {
            case ColumnSyntax column when source.Column(column.Name.Text) is { IsError: true }:
                break;
            case ColumnSyntax column when source.Column(column.Name.Text) is { Type.IsTemporal: true } symbol:
                source.Time = [symbol];
                break;
            case ColumnSyntax column:
                scope.Report(TypeErrors.Expected(first!.For(scope).At(column.Type), "A date or timestamp", RowBinder.An(source.Column(column.Name.Text)!.Type)));
                break;
            case BorrowedTime time:
                source.Time = Borrow(time, first!.For(scope));
                break;
        }
    }

    /// <summary>Lifetimes and the like, once all columns and times are known.</summary>
    public void BindStates() => new StateBinder(Members, source, scope).Bind();

    /// <summary>Whose sample the rows are, once rows of any source can be named.</summary>
    public void BindSample() => SampleBinder.Bind(Members, source, scope);

    private void CheckFormat()
    {
        var format = declaration.Origin.Format;
        if (format.IsMissing || Supported.Contains(format.Text))
        {
            return;
        }

        scope.Report(Formats.Contains(format.Text)
            ? TypeErrors.NotSupportedYet(scope.At(format), $"A source from {format.Text}", "Write the rows to a CSV file and declare it `from csv`.")
            : NameErrors.WordUnknown(scope.At(format), format.Text, Formats));
    }

    /// <summary>What the parser or another finding says already is not said again.</summary>
    private void CheckContent()
    {
        if (source.Columns.IsEmpty && declaration.Like is null && !scope.Tree.Diagnostics.Any(d => d.IsError && d.Location.Span.Start >= declaration.Span.Start && d.Location.Span.Start <= declaration.Span.End))
        {
            scope.Report(TypeErrors.NoColumns(scope.At(declaration.Name), source.Name));
        }

        if (declaration.Origin is { Format.Text: "csv" or "json" or "parquet", Place: { Span.Length: > 0 } place } && string.IsNullOrWhiteSpace(place.Value))
        {
            scope.Report(TypeErrors.NoFile(scope.At(place), source.Name));
        }

        if (declaration.Origin is { Format.Text: "postgres" or "clickhouse", Place: { Span.Length: > 0 } table } && table.Value.Split(['.'], 2).Any(string.IsNullOrWhiteSpace))
        {
            scope.Report(TypeErrors.NoTable(scope.At(table), source.Name));
        }
    }

    private SourceSymbol? Target(ColumnSyntax column, PathSyntax path, PlacedMember place)
    {
        var at = place.Written.At(path);
        if (place.Written.Module.Find(path, out int used) is not NamedSource { Source: var target } || used != path.Parts.Length)
        {
            scope.Report(NameErrors.NotDefined(at, path.Text, place.Written.Module.ValueNames));
            return null;
        }

        if (!place.IsOwn)
        {
            if (SourceMembers.Counterpart(target, column, source, scope) is not { } counterpart)
            {
                return null;
            }

            target = counterpart;
        }

        var keys = target.Keys.ToArray();
        var type = source.Column(column.Name.Text)!.Type;
        string? why = keys.Length == 0 ? $"`{target.Name}` has no `key`"
            : keys.Length > 1 ? $"`{target.Name}` has a compound key"
            : keys[0].Type.Kind != type.Kind ? $"its key `{keys[0].Name}` is {RowBinder.An(keys[0].Type)}, not {RowBinder.An(type)}"
            : null;
        if (why is null)
        {
            return target;
        }

        scope.Report(NameErrors.CannotRefer(at, $"{source.Name}.{column.Name.Text}", target.Name, why));
        return null;
    }

    private ImmutableArray<ColumnSymbol>? Borrow(BorrowedTime time, Scope scope)
    {
        var bound = RowPaths.Bind(time.Path, RowScope.Of(scope, source));
        if (bound is RowColumn { Type.IsTemporal: true, ReadsStates: true } states)
        {
            var target = states.References.Select(r => r.Column.References!).First(s => s.Lifetime is not null);
            scope.Report(StateErrors.NoTime(scope.At(time.Path), source.Name, target.Name));
            return null;
        }

        if (bound is RowColumn { Type.IsTemporal: true } column)
        {
            return [.. column.References.Select(r => r.Column), column.Column];
        }

        if (!bound.IsError)
        {
            scope.Report(TypeErrors.Expected(scope.At(time.Path), "A date or timestamp", RowBinder.An(bound.Type)));
        }

        return null;
    }
}
