using System.Collections.Immutable;
using MetricsAsCode.Compiler.Binding.Declarations;
using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Diagnostics;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Compiler.Syntax;

namespace MetricsAsCode.Compiler.Binding.Expressions;

/// <summary>
/// What a name or path means inside a row expression, in this order:
/// 1. a column of the rows' source, followed along its reference when more parts come;
/// 2. the rows' own name, then one of their columns;
/// 3. a parameter of the define;
/// 4. a name of the module: a source that one path of references leads to, or a condition.
/// </summary>
internal static class RowPaths
{
    public static RowExpression Bind(PathSyntax path, RowScope rows)
    {
        var first = path.First;
        bool more = path.Parts.Length > 1;
        var own = rows.Source.Column(first.Text);
        bool namesRows = more && rows.Names.Contains(first.Text);
        if (own is not null && !(namesRows && own.References is null))
        {
            return more ? Follow(path, 0, own, [], rows) : Found([], own);
        }

        if (namesRows)
        {
            return ColumnOf(rows.Source, path, 1, [], rows);
        }

        return rows.Scope.Parameters.TryGetValue(first.Text, out var parameter) ? OfParameter(path, parameter, rows) : OfModule(path, rows);
    }

    /// <summary>The column that a path means, without reporting; null when it means none.</summary>
    public static RowColumn? TryColumn(ExpressionSyntax expression, RowScope rows) =>
        expression is NameExpression or ColumnOfExpression ? RowBinder.Bind(expression, rows with { Scope = rows.Scope.Silent() }) as RowColumn : null;

    /// <summary>A column of the rows at hand, followed along its reference when more parts come; never a name of the module.</summary>
    public static RowExpression ColumnOf(SourceSymbol source, PathSyntax path, RowScope rows) => ColumnOf(source, path, 0, [], rows);

    /// <summary>The part at <paramref name="index"/> names a column of the source; further parts follow its reference.</summary>
    private static RowExpression ColumnOf(SourceSymbol source, PathSyntax path, int index, ImmutableArray<ColumnSymbol> references, RowScope rows)
    {
        var part = path.Parts[index];
        if (source.Column(part.Text) is not { } column)
        {
            return rows.Scope.FailRow(NameErrors.ColumnUnknown(rows.Scope.At(part), source.Name, part.Text, source.Columns.Select(c => c.Name)));
        }

        return index + 1 < path.Parts.Length ? Follow(path, index, column, references, rows) : Found(references, column);
    }

    /// <summary>The column, or the error that stands for one whose type is not known.</summary>
    private static RowExpression Found(ImmutableArray<ColumnSymbol> references, ColumnSymbol column) =>
        column.IsError ? RowExpression.Error : ReferencePaths.Column(references, column);

    private static RowExpression Follow(PathSyntax path, int index, ColumnSymbol column, ImmutableArray<ColumnSymbol> references, RowScope rows) =>
        column.References is { } target
            ? ColumnOf(target, path, index + 1, references.Add(column), rows)
            : rows.Scope.FailRow(NameErrors.RefersToNothing(rows.Scope.At(path.Parts[index]), column.ToString()));

    private static RowExpression OfParameter(PathSyntax path, Meaning parameter, RowScope rows)
    {
        var scope = rows.Scope;
        switch (parameter)
        {
            case ErrorMeaning:
                return RowExpression.Error;
            case NumberMeaning { Measure: MeasureLiteral literal } when path.Parts.Length == 1:
                return RowLiterals.Of(literal);
            case NumberMeaning { Measure: AsOfMeasure } when path.Parts.Length == 1:
                return new RowAsOf();
            case ValuesMeaning values when path.Parts.Length == 1 && ReferenceEquals(values.Rows.Source, rows.Source):
                return values.Value;
            case RowsMeaning { Rows: var named } when path.Parts.Length > 1:
                return Reached(named.Source, path, 1, rows);
            case ConditionMeaning condition when path.Parts.Length == 1:
                return RowBinder.Bind(condition.Condition, rows with { Scope = condition.Scope with { Findings = scope.Findings } });
            case NumberMeaning:
                return scope.FailRow(TypeErrors.NoAggregateHere(scope.At(path), path.Text));
            default:
                return scope.FailRow(NameErrors.IsSomethingElse(scope.At(path), path.Text, parameter.Sort, "a value of a row", "Name a column."));
        }
    }

    private static RowExpression OfModule(PathSyntax path, RowScope rows)
    {
        var scope = rows.Scope;
        switch (scope.Module.Find(path, out int used))
        {
            case NamedSource { Source: var source } when used < path.Parts.Length:
                return Reached(source, path, used, rows);
            case NamedRows { Rows.Source: var source } when used < path.Parts.Length:
                return Reached(source, path, used, rows);
            case NamedRows:
                return scope.FailRow(NameErrors.IsSomethingElse(scope.At(path), path.Text, "rows", "a value of a row", "Name a column."));
            case NamedSource { Source: var source }:
                return scope.FailRow(NameErrors.IsSomethingElse(scope.At(path), path.Text, "a source", "a value of a row", $"Name one of its columns: `{source.Name}.{source.Columns.FirstOrDefault()?.Name}`."));
            case NamedParts parts:
                return scope.FailRow(path.Parts.Length > used
                    ? MetricErrors.NoSuchPart(scope.At(path), parts.Name, path.Parts[used].Text, parts.PartNames)
                    : MetricErrors.NeedsPart(scope.At(path), parts.Name, parts.PartNames));
            case NamedSegment segment when used == path.Parts.Length:
                return segment.Meaning(scope.At(path)) is ConditionMeaning segmented ? Named(segmented, path, rows) : RowExpression.Error;
            case NamedLet let when let.Meaning(scope.At(path)) is ConditionMeaning condition && used == path.Parts.Length:
                return Named(condition, path, rows);
            case NamedLet let when let.Meaning(scope.At(path)) is RowsMeaning { Rows: var named } && used < path.Parts.Length:
                return Reached(named.Source, path, used, rows);
            case NamedLet let when let.Meaning(scope.At(path)) is NumberMeaning { Measure: MeasureLiteral literal } && used == path.Parts.Length:
                return RowLiterals.Of(literal);
            case NamedLet let when let.Meaning(scope.At(path)) is NumberMeaning { Measure: AsOfMeasure } && used == path.Parts.Length:
                return new RowAsOf();
            case NamedLet let when let.Meaning(scope.At(path)) is ErrorMeaning:
                return RowExpression.Error;
            case NamedLet let when let.Meaning(scope.At(path)) is SetMeaning:
                return scope.FailRow(NameErrors.IsSomethingElse(scope.At(path), path.Text, "a set", "a value of a row", $"Write `COLUMN in {path.Text}`."));
            case NamedLet let when let.Meaning(scope.At(path)) is RowsMeaning:
                return scope.FailRow(NameErrors.IsSomethingElse(scope.At(path), path.Text, "rows", "a value of a row", "Name a column."));
            case NamedLet or NamedMetric or NamedFunnel or NamedCohort:
                return scope.FailRow(TypeErrors.NoAggregateHere(scope.At(path), path.Text));
            default:
                var columns = rows.Source.Columns.Select(c => c.Name).ToArray();
                var known = columns.Concat(scope.Parameters.Keys).Concat(scope.Module.ValueNames);
                return scope.FailRow(path.Parts.Length > 1 || (Suggestion.For(path.Text, columns) is null && Suggestion.For(path.Text, known) is not null)
                    ? NameErrors.NotDefined(scope.At(path.First), path.First.Text, known)
                    : NameErrors.ColumnUnknown(scope.At(path), rows.Source.Name, path.Text, columns));
        }
    }

    /// <summary>A condition with a name, bound for the rows at hand. What does not fit them is said where the name stands.</summary>
    private static RowExpression Named(ConditionMeaning condition, PathSyntax path, RowScope rows)
    {
        var inside = new DiagnosticBag();
        var bound = RowBinder.Bind(condition.Condition, rows with { Scope = condition.Scope with { Findings = inside } });
        foreach (var finding in inside.InOrder())
        {
            rows.Scope.Report(finding with { Location = rows.Scope.At(path) });
        }

        return bound;
    }

    /// <summary>A column of a source that exactly one path of references leads to.</summary>
    private static RowExpression Reached(SourceSymbol source, PathSyntax path, int index, RowScope rows)
    {
        var scope = rows.Scope;
        var paths = ReferencePaths.Between(rows.Source, source);
        switch (paths.Length)
        {
            case 1:
                return ColumnOf(source, path, index, paths[0], rows);
            case 0 when ReferencePaths.Reaches(source, rows.Source):
                return scope.FailRow(NameErrors.WouldFanOut(scope.At(path), rows.Source.Name, source.Name));
            case 0:
                return scope.FailRow(NameErrors.Unreachable(scope.At(path), rows.Source.Name, source.Name));
            default:
                var tail = path.Parts.Skip(index).Select(p => p.Text);
                return scope.FailRow(NameErrors.ManyPaths(
                    scope.At(path), rows.Source.Name, source.Name, paths.Select(p => string.Join(".", p.Select(c => c.Name).Concat(tail)))));
        }
    }
}
