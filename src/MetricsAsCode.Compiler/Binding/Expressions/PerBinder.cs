using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Diagnostics;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Compiler.Syntax;
using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Compiler.Binding.Expressions;

/// <summary>
/// <c>AGG(measure per K)</c>. K is a column of the rows that the measure reads, a source, or a set; every source that the measure reads
/// must reach the entity by exactly one way.
/// </summary>
internal static class PerBinder
{
    public static Measure Aggregate(CallExpression call, ArgumentSyntax argument, AggregateInfo aggregate, decimal? parameter, Scope scope)
    {
        var operand = NumberBinder.BindNumber(argument.Value, scope);
        if (operand.Unit.IsError || Key(argument, operand, scope) is not { } key)
        {
            return Measure.Error;
        }

        return Aggregates.UnitOf(aggregate.Kind, operand.Unit) is { } unit
            ? new PerMeasure(aggregate.Kind, operand, key, parameter, unit)
            : scope.FailNumber(TypeErrors.CannotAggregate(scope.At(call.Function), aggregate.Name, operand.Unit.InWords, "numbers, money and durations"));
    }

    public static Measure Share(ArgumentSyntax argument, Scope scope)
    {
        var condition = NumberBinder.BindNumber(argument.Value, scope);
        if (condition.Unit.IsError || Key(argument, condition, scope) is not { } key)
        {
            return Measure.Error;
        }

        if (condition.Unit.Kind != UnitKind.Condition)
        {
            return scope.FailNumber(TypeErrors.Expected(scope.At(argument.Value), "A condition", condition.Unit.InWords));
        }

        return key is ColumnKey && TestsExistence(condition)
            ? scope.FailNumber(TypeErrors.TestsOnlyExistence(scope.At(argument.Value), scope.Tree.Text.Slice(argument.Per!.Span)))
            : new SharePerMeasure(condition, key);
    }

    private static EntityKey? Key(ArgumentSyntax argument, Measure operand, Scope scope)
    {
        if (argument.Among is not null || argument.Each is not null)
        {
            scope.Report(TypeErrors.NoMeaningHere(scope.At(argument), argument.Among is not null ? "among" : "each", "the argument says `per` already"));
            return null;
        }

        var sources = MeasureSources.Of(operand);
        if (sources.Length == 0)
        {
            scope.Report(TypeErrors.SomethingElseIsDue(scope.At(argument.Value), "a constant", "a number over rows", "Count or sum something per entity."));
            return null;
        }

        return ColumnOf(argument.Per!, sources, scope) is { } column ? OfColumn(column, sources, argument.Per!, scope) : OfNamed(argument.Per!, sources, scope);
    }

    /// <summary>A bare name or path that is a column of one of the sources, the first of them first.</summary>
    private static RowColumn? ColumnOf(ExpressionSyntax key, IEnumerable<SourceSymbol> sources, Scope scope) =>
        key is NameExpression name && !scope.Parameters.ContainsKey(name.Path.First.Text)
            ? sources.Select(s => RowPaths.TryColumn(key, RowScope.Of(scope, s))).FirstOrDefault(c => c is not null)
            : null;

    private static EntityKey? OfColumn(RowColumn column, SourceSymbol[] sources, ExpressionSyntax written, Scope scope)
    {
        var entity = column.Column.Entity;
        var first = sources.First(s => ReferenceEquals(s, RootOf(column)));
        var paths = PathsTo(entity, sources, written, scope, known: new KeyPath(first, column));
        return paths is null ? null : new ColumnKey(entity, paths.Value);
    }

    private static SourceSymbol RootOf(RowColumn column) => column.References.IsEmpty ? column.Column.Source : column.References[0].Column.Source;

    private static EntityKey? OfNamed(ExpressionSyntax key, SourceSymbol[] sources, Scope scope)
    {
        if (key is NameExpression { Path: var path } && IsColumnOrNothing(path, scope))
        {
            RowPaths.Bind(path, RowScope.Of(scope, sources[0]));
            return null;
        }

        if (key is ColumnOfExpression { Column: var column } of)
        {
            scope.Report(TypeErrors.SomethingElseIsDue(
                scope.At(of.Rows), "rows", "the column alone", $"Write `per {column.Text}`, and what restricts the rows inside the aggregate."));
            return null;
        }

        switch (NumberBinder.Bind(key, scope))
        {
            case SetMeaning { Set: var set }:
                return PathsTo(set.Entity, sources, key, scope) is { } toMembers ? new SetKey(set, toMembers) : null;
            case ValuesMeaning { Value: RowColumn value } when sources.Any(s => ReferenceEquals(s, RootOf(value))):
                return OfColumn(value, sources, key, scope);
            case RowsMeaning { Rows: var rows }:
                return OfRows(rows, sources, key, scope);
            case ErrorMeaning:
                return null;
            case var other:
                scope.Report(TypeErrors.SomethingElseIsDue(scope.At(key), other.Sort, "a column, a source or a set", "Name what there is one number for, e.g. `per customer_id`."));
                return null;
        }
    }

    /// <summary>A column that the rows do not have or reach, or a name that nothing has: what is wrong is said of the rows.</summary>
    private static bool IsColumnOrNothing(PathSyntax path, Scope scope) =>
        !scope.Parameters.ContainsKey(path.First.Text) && (scope.Module.Find(path, out _) is null || Names.Bind(path, scope.Silent()) is ValuesMeaning);

    private static EntityKey? OfRows(BoundRows rows, SourceSymbol[] sources, ExpressionSyntax written, Scope scope)
    {
        var keys = rows.Source.Keys.ToArray();
        if (keys.Length != 1)
        {
            scope.Report(TypeErrors.SomethingElseIsDue(
                scope.At(written), $"a source with {(keys.Length == 0 ? "no" : "a compound")} key", "a source with one key column", "Name a column instead."));
            return null;
        }

        return PathsTo(keys[0], sources, written, scope) is { } paths ? new SourceKey(Living(rows), keys[0], paths) : null;
    }

    /// <summary>Of rows with a lifetime those count that live at the end of the period.</summary>
    private static BoundRows Living(BoundRows rows) => rows.Source.Lifetime is null || rows.Steps.Any(s => s is RowWindow or RowDated)
        ? rows
        : rows with { Steps = rows.Steps.Prepend(new RowWindow(new WindowStep(WindowForm.AtEnd))).ToEquatable() };

    private static EquatableArray<KeyPath>? PathsTo(ColumnSymbol entity, SourceSymbol[] sources, ExpressionSyntax written, Scope scope, KeyPath? known = null)
    {
        var paths = new List<KeyPath>();
        foreach (var source in sources)
        {
            if (known is not null && ReferenceEquals(known.Source, source))
            {
                paths.Add(known);
                continue;
            }

            var ways = ReferencePaths.ToEntity(source, entity);
            if (ways.Length != 1)
            {
                scope.Report(ways.IsEmpty
                    ? NameErrors.Unreachable(scope.At(written), source.Name, entity.Source.Name)
                    : NameErrors.ManyPaths(scope.At(written), source.Name, entity.Source.Name, ways.Select(PathText)));
                return null;
            }

            paths.Add(new KeyPath(source, ways[0]));
        }

        return paths.ToEquatable();
    }

    private static string PathText(RowColumn column) => string.Join(".", column.References.Select(r => r.Column.Name).Append(column.Column.Name));

    /// <summary><c>count(x) >= 1</c>, <c>count(x) > 0</c>, <c>1 &lt;= count(x)</c>, <c>not (count(x) = 0)</c>: true of every entity that has such a row.</summary>
    private static bool TestsExistence(Measure condition) => condition switch
    {
        CompareMeasure { Left: var left, Operator: var comparison, Right: MeasureLiteral { Value: var level } } => IsCount(left) && HoldsFromOne(comparison, level),
        CompareMeasure { Left: MeasureLiteral { Value: var level }, Operator: var comparison, Right: var right } => IsCount(right) && HoldsFromOne(comparison.Mirrored(), level),
        NotMeasure { Operand: CompareMeasure { Left: var left, Operator: Comparison.Equal, Right: MeasureLiteral { Value: 0 } } } => IsCount(left),
        _ => false,
    };

    private static bool IsCount(Measure measure) => measure is AggregateMeasure { Kind: AggregateKind.Count, Value: null };

    private static bool HoldsFromOne(Comparison comparison, decimal level) => comparison switch
    {
        Comparison.GreaterOrEqual => level <= 1,
        Comparison.Greater => level < 1,
        Comparison.NotEqual => level < 1,
        _ => false,
    };
}
