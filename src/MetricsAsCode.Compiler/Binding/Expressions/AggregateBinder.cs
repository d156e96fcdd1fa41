using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Diagnostics;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Compiler.Syntax;

namespace MetricsAsCode.Compiler.Binding.Expressions;

/// <summary>Aggregates over rows, over entities (<c>per</c>) and over units of time (<c>each</c>).</summary>
internal static class AggregateBinder
{
    public static Measure Bind(CallExpression call, AggregateInfo aggregate, Scope scope)
    {
        int due = aggregate.HasParameter ? 2 : 1;
        if (call.Arguments.Length != due)
        {
            return scope.FailNumber(TypeErrors.WrongArguments(scope.At(call), aggregate.Name, aggregate.Form));
        }

        // The clauses of a call stand at its end: `percentile(revenue, 90% per customer_id)` and `percentile(revenue per customer_id, 90%)` are the same.
        var argument = call.Arguments[0];
        decimal? parameter = null;
        if (aggregate.HasParameter)
        {
            if (Parameter(call.Arguments[1], aggregate, scope) is not { } value)
            {
                return Measure.Error;
            }

            parameter = value;
            if (Twice(argument, call.Arguments[1]) is { } twice)
            {
                return scope.FailNumber(TypeErrors.NoMeaningHere(scope.At(call.Arguments[1]), twice, "the first argument has one already"));
            }

            argument = MoveClauses(argument, call.Arguments[1]);
        }

        return argument.Per is not null ? PerBinder.Aggregate(call, argument, aggregate, parameter, scope)
            : argument.Each is not null ? Each(call, argument, aggregate, parameter, scope)
            : OverRows(call, argument, aggregate, parameter, scope);
    }

    private static Measure OverRows(CallExpression call, ArgumentSyntax argument, AggregateInfo aggregate, decimal? parameter, Scope scope)
    {
        if (RowsArgument.Bind(argument, aggregate.Name, scope) is not { } rows)
        {
            return Measure.Error;
        }

        if (rows.Value is null)
        {
            return aggregate.Kind == AggregateKind.Count
                ? new AggregateMeasure(AggregateKind.Count, rows.Rows, null, null, Unit.Count)
                : scope.FailNumber(TypeErrors.SomethingElseIsDue(scope.At(argument), "rows", "a column of rows", $"Write `{aggregate.Form}`."));
        }

        return Aggregates.UnitOf(aggregate.Kind, rows.Value) is { } unit
            ? new AggregateMeasure(aggregate.Kind, rows.Rows, rows.Value, parameter, unit)
            : scope.FailNumber(TypeErrors.CannotAggregate(scope.At(call.Function), aggregate.Name, RowBinder.An(rows.Value.Type), Aggregates.WorksOn(aggregate.Kind)));
    }

    private static Measure Each(CallExpression call, ArgumentSyntax argument, AggregateInfo aggregate, decimal? parameter, Scope scope)
    {
        if (argument.Among is not null)
        {
            return scope.FailNumber(TypeErrors.NoMeaningHere(scope.At(argument.Among), "among", "it belongs to `share` over rows"));
        }

        var operand = NumberBinder.BindNumber(argument.Value, scope);
        return operand.Unit.IsError ? operand
            : Aggregates.UnitOf(aggregate.Kind, operand.Unit) is { } unit ? new EachMeasure(aggregate.Kind, operand, argument.Each!.Grain, parameter, unit)
            : scope.FailNumber(TypeErrors.CannotAggregate(scope.At(call.Function), aggregate.Name, operand.Unit.InWords, "numbers, money and durations"));
    }

    private static string? Twice(ArgumentSyntax first, ArgumentSyntax second) =>
        first.Among is not null && second.Among is not null ? "among"
        : first.Per is not null && second.Per is not null ? "per"
        : first.Each is not null && second.Each is not null ? "each"
        : null;

    private static ArgumentSyntax MoveClauses(ArgumentSyntax first, ArgumentSyntax second) => first with
    {
        Among = first.Among ?? second.Among,
        Per = first.Per ?? second.Per,
        Each = first.Each ?? second.Each,
    };

    private static decimal? Parameter(ArgumentSyntax argument, AggregateInfo aggregate, Scope scope)
    {
        bool isNth = aggregate.Kind == AggregateKind.Nth;
        var value = argument.Value is NumberExpression number ? Constants.Value(number) : null;
        bool fits = isNth
            ? value is >= 1 and <= 1_000_000 && value == decimal.Truncate(value.Value) && argument.Value is NumberExpression { Form: NumberForm.Plain }
            : value is >= 0 and <= 1 && argument.Value is NumberExpression { Form: NumberForm.Percent };
        if (!fits)
        {
            scope.Report(TypeErrors.Expected(
                scope.At(argument), isNth ? "A place counted from 1" : "A share from 0% to 100%", $"`{scope.Tree.Text.Slice(argument.Value.Span)}`"));
            return null;
        }

        return value;
    }
}
