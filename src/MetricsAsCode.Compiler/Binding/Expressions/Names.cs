using MetricsAsCode.Compiler.Binding.Declarations;
using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Diagnostics;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Compiler.Syntax;
using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Compiler.Binding.Expressions;

/// <summary>What a name means outside of row expressions: a parameter, or something that a module declares.</summary>
internal static class Names
{
    public static Meaning Bind(PathSyntax path, Scope scope)
    {
        if (scope.Parameters.TryGetValue(path.First.Text, out var parameter))
        {
            return path.Parts.Length == 1 ? parameter : ColumnOf(parameter, path, 1, scope);
        }

        switch (scope.Module.Find(path, out int used))
        {
            case NamedSource source:
                var rows = new RowsMeaning(new BoundRows(source.Source, EquatableArray<RowStep>.Empty));
                return used == path.Parts.Length ? rows : ColumnOf(rows, path, used, scope);
            case NamedRows given:
                return used == path.Parts.Length ? new RowsMeaning(given.Rows) : ColumnOf(new RowsMeaning(given.Rows), path, used, scope);
            case NamedParts parts:
                return scope.Fail(path.Parts.Length > used
                    ? MetricErrors.NoSuchPart(scope.At(path), parts.Name, path.Parts[used].Text, parts.PartNames)
                    : MetricErrors.NeedsPart(scope.At(path), parts.Name, parts.PartNames));
            case NamedSegment segment when used == path.Parts.Length:
                return segment.Meaning(scope.At(path));
            case NamedSegment:
                return scope.Fail(NameErrors.IsSomethingElse(scope.At(path), path.Text, "part of a segment", "a segment", "A segment has no columns."));
            case NamedLet let:
                var meaning = let.Meaning(scope.At(path));
                return used == path.Parts.Length ? meaning : ColumnOf(meaning, path, used, scope);
            case NamedMetric metric when used == path.Parts.Length:
                return metric.Bound(scope.At(path)) is { Unit.IsError: false } symbol ? new NumberMeaning(new MetricMeasure(symbol)) : Meaning.Error;
            case NamedFunnel funnel:
                return Member(funnel.Bound(scope.At(path)) is { } steps ? Members.Of(steps, path, used, scope) : null);
            case NamedCohort cohort:
                return Member(cohort.Bound(scope.At(path)) is { } starts ? Members.Of(starts, path, used, scope) : null);
            case NamedMetric:
                return scope.Fail(NameErrors.IsSomethingElse(scope.At(path), path.Text, "part of a metric", "a metric", "A metric has no columns."));
            case null when path.Text == "as_of":
                return new NumberMeaning(new AsOfMeasure());
            default:
                return scope.Fail(NotFound(path, scope));
        }
    }

    private static Meaning Member(MetricSymbol? member) => member is null ? Meaning.Error : new NumberMeaning(new MetricMeasure(member));

    /// <summary><c>orders.amount</c> outside of an aggregate: a column, which only some places take.</summary>
    private static Meaning ColumnOf(Meaning meaning, PathSyntax path, int used, Scope scope)
    {
        if (meaning is not RowsMeaning { Rows: var rows })
        {
            return meaning is ErrorMeaning ? meaning : scope.Fail(NameErrors.IsSomethingElse(
                scope.At(path.First), path.First.Text, meaning.Sort, "rows", "Only rows have columns."));
        }

        var tail = new PathSyntax([.. path.Parts.Skip(used)], path.Parts[used].Span.To(path.Last.Span));
        var column = RowPaths.Bind(tail, RowScope.Of(scope, rows.Source));
        return column.IsError ? Meaning.Error : new ValuesMeaning(rows, column);
    }

    /// <summary>A function without its brackets, a column without its rows, or a name that nothing has.</summary>
    private static Diagnostic NotFound(PathSyntax path, Scope scope)
    {
        if (scope.Module.FindDefine(path) is not null)
        {
            return NameErrors.IsSomethingElse(scope.At(path), path.Text, "a function", "a name", $"Write `{path.Text}(…)`.");
        }

        var owners = path.Parts.Length > 1 ? [] : scope.Module.Sources.Where(s => s.Column(path.Text) is not null).Select(s => $"{s.Name}.{path.Text}").ToArray();
        return owners.Length > 0
            ? NameErrors.NeedsRows(scope.At(path), path.Text, owners)
            : NameErrors.NotDefined(scope.At(Misspelt(path, scope)), Misspelt(path, scope).Text, Candidates(path, scope));
    }

    /// <summary>The part that is wrong: the second when the first names a module.</summary>
    private static Identifier Misspelt(PathSyntax path, Scope scope) =>
        path.Parts.Length > 1 && scope.Module.Other(path.First.Text) is not null ? path.Parts[1] : path.First;

    private static IEnumerable<string> Candidates(PathSyntax path, Scope scope) =>
        path.Parts.Length > 1 && scope.Module.Other(path.First.Text) is { } other ? other.ValueNames
        : path.Parts.Length > 1 ? scope.Module.ValueNames.Concat(scope.Parameters.Keys).Concat(scope.Module.OtherNames)
        : scope.Module.ValueNames.Concat(scope.Parameters.Keys);
}
