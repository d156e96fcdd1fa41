using System.Collections.Immutable;
using MetricsAsCode.Compiler.Binding.Expressions;
using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Diagnostics;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Compiler.Syntax;
using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Compiler.Binding.Declarations;

/// <summary>Binds a cohort, and what is retained of it.</summary>
internal static class CohortBinder
{
    private const int Furthest = 100_000;

    public static CohortSymbol? Bind(CohortDeclaration declaration, Scope scope)
    {
        if (declaration.By is null || declaration.Starting is null || EntityOf.Bind(declaration.By, scope, isFiltered: true) is not { } entity)
        {
            return null;
        }

        var starts = Starts(declaration, scope);
        var returns = FollowedRows.Bind(declaration.Returning, "Returns", scope);
        if (starts is null || returns is null || entity.From(returns.Source, declaration.Returning, scope) is not { } returner)
        {
            return null;
        }

        var cohort = new CohortReturns(starts, entity.From(starts.Source, declaration.By, scope)!, returns, returner);
        string name = declaration.Name.Text;
        var size = new MetricSymbol(
            scope.Module.Name, $"{name}.size", $"{declaration.Label?.Value ?? name}: size", declaration.Description, $"{declaration.By.Text} by {declaration.Starting.Text}", scope.At(declaration.Name))
        {
            MemberOf = name,
        };
        MetricFacts.Complete(size, new AggregateMeasure(AggregateKind.Count, starts, null, null, Unit.Count), (null, Unit.Count), null);
        return new CohortSymbol(scope.Module.Name, name, declaration.Label?.Value, declaration.Description, cohort, size, scope.At(declaration.Name));
    }

    /// <summary><c>joiners.retained(days 1..30)</c></summary>
    public static Meaning Retained(CallExpression call, CohortSymbol cohort, Scope scope)
    {
        string form = $"{call.Function.Text}(days 1..30)";
        if (call.Arguments.Length != 1 || Arguments.Extra(call.Arguments[0]) is not null || call.Arguments[0].Value is not OffsetExpression offset)
        {
            return scope.Fail(TypeErrors.WrongArguments(scope.At(call), call.Function.Text, form));
        }

        if (Whole(offset.From) is not { } from || (offset.To is not null && Whole(offset.To) is null))
        {
            return scope.Fail(TypeErrors.Expected(scope.At(offset), "A whole number of units from 0 to 100,000", $"`{scope.Tree.Text.Slice(offset.Span)}`"));
        }

        int? to = offset.To is null ? null : Whole(offset.To);
        return to < from
            ? scope.Fail(ObjectiveErrors.UpsideDown(scope.At(offset), offset.From.Digits, offset.To!.Digits))
            : new NumberMeaning(Retained(cohort.Returns, offset.Grain, from, to));
    }

    public static Measure Retained(CohortReturns cohort, Grain unit, int from, int? to)
    {
        // Who is in a set is told of the rows of a period; whether a row has come back is told of it whatever the period.
        var starts = WithoutSets(cohort.Starts);
        var mature = new RowMature(starts, unit, to ?? from, Begun: to is null);
        var share = new ShareMeasure(cohort.Starts.Then(new RowFilter(mature)), new RowReturned(cohort with { Starts = starts }, unit, from, to));
        return new LeftOutMeasure(share, new AggregateMeasure(AggregateKind.Count, cohort.Starts.Then(new RowFilter(new RowNot(mature))), null, null, Unit.Count));
    }

    /// <summary>The metrics of a triangle's columns from one to another.</summary>
    public static ImmutableArray<MetricSymbol> Triangle(CohortSymbol cohort, Grain grain, int from, int to) =>
    [
        .. Enumerable.Range(from, Math.Max(0, to - from)).Select(offset =>
        {
            string name = FormattableString.Invariant($"{cohort.Name}.retained({Grains.Singular(grain)} {offset})");
            var metric = new MetricSymbol(cohort.Module, name, null, cohort.Description, name, cohort.Location) { MemberOf = cohort.Name, IsAnonymous = true };
            MetricFacts.Complete(metric, Retained(cohort.Returns, grain, offset, offset), (new Display(DisplayKind.Percent), Unit.Ratio), null);
            return metric;
        }),
    ];

    private static BoundRows? Starts(CohortDeclaration declaration, Scope scope)
    {
        if (Names.Bind(declaration.By!, scope) is not RowsMeaning { Rows: var rows })
        {
            scope.Report(TypeErrors.SomethingElseIsDue(scope.At(declaration.By!), "a column", "a source", "Name the source whose rows start: `by customers starting joined_at`."));
            return null;
        }

        if (rows.Steps.OfType<RowWindow>().Any())
        {
            scope.Report(TypeErrors.NoMeaningHere(scope.At(declaration.By!), rows.Steps.OfType<RowWindow>().Last().Window.ToString(), $"`{declaration.By!.Text}` starts in any period"));
            return null;
        }

        switch (RowPaths.Bind(declaration.Starting!, RowScope.Of(scope, rows.Source)))
        {
            case { IsError: true }:
                return null;
            case RowColumn { Type.IsTemporal: true } time:
                return rows.Time == time ? rows : rows.Then(new RowDated(time));
            case var other:
                scope.Report(TypeErrors.Expected(scope.At(declaration.Starting!), "A date or timestamp column", RowBinder.An(other.Type)));
                return null;
        }
    }

    private static BoundRows WithoutSets(BoundRows rows) => rows with
    {
        Steps = rows.Steps.Where(s => s is not RowFilter filter || !filter.Condition.SelfAndDescendants().OfType<RowInSet>().Any()).ToEquatable(),
    };

    private static int? Whole(NumberExpression written) =>
        written.Form == NumberForm.Plain && Constants.Value(written) is >= 0 and <= Furthest and var value && value == decimal.Truncate(value) ? (int)value : null;
}
