using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Diagnostics;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Compiler.Syntax;
using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Compiler.Binding.Expressions;

/// <summary><c>x in [a, b]</c>, <c>x in 1..5</c> and <c>customer_id in active</c>, and their negations.</summary>
internal static class RowMembership
{
    public static RowExpression Bind(InExpression expression, RowScope rows)
    {
        var operand = RowBinder.Bind(expression.Operand, rows);
        if (operand.IsError)
        {
            return operand;
        }

        var bound = expression.Choices switch
        {
            ListExpression list => OfList(operand, expression.Operand, list, rows),
            RangeExpression range => OfRange(expression, range, rows),
            PeriodExpression period => rows.Scope.FailRow(TypeErrors.SomethingElseIsDue(rows.Scope.At(period), "a period", "a list, a range or a set", InPeriod(expression, period, rows.Scope))),
            var set => OfSet(operand, expression, set, rows),
        };
        return bound.IsError || !expression.IsNegated ? bound : new RowNot(bound);
    }

    private static RowExpression OfList(RowExpression operand, ExpressionSyntax written, ListExpression list, RowScope rows)
    {
        var column = RowPaths.TryColumn(written, rows);
        var choices = new List<Literal>();
        foreach (var item in list.Items)
        {
            var choice = RowComparisons.BindOpposite(item, column, rows);
            if (choice.IsError)
            {
                return choice;
            }

            if (operand.Type.Kind == ScalarKind.Timestamp && choice.Type.Kind == ScalarKind.Date)
            {
                string text = rows.Scope.Tree.Text.Slice(written.Span);
                return rows.Scope.FailRow(TypeErrors.SomethingElseIsDue(rows.Scope.At(item), "a day", "an instant", $"Write `date({text}) in [ … ]` for the day of `{text}`."));
            }

            if (choice is not RowLiteral literal || !Fits(literal, operand))
            {
                return rows.Scope.FailRow(TypeErrors.Expected(rows.Scope.At(item), $"A constant like the values of {RowBinder.An(operand.Type)}", choice is RowLiteral ? RowBinder.An(choice.Type) : "something computed"));
            }

            if (RowComparisons.OutOfRange(operand, literal, item, rows.Scope) is { } outside)
            {
                return rows.Scope.FailRow(outside);
            }

            choices.Add(literal.Value);
        }

        return new RowIn(operand, choices.ToEquatable());
    }

    /// <summary>Both ends belong to the range: the same as two comparisons.</summary>
    private static RowExpression OfRange(InExpression expression, RangeExpression range, RowScope rows)
    {
        var low = RowComparisons.Bind(Compare(expression, BinaryOperator.GreaterOrEqual, range.Low), rows);
        var high = RowComparisons.Bind(Compare(expression, BinaryOperator.LessOrEqual, range.High), rows);
        if (low.IsError || high.IsError)
        {
            return RowExpression.Error;
        }

        return low is RowCompare { Right: RowLiteral l } && high is RowCompare { Right: RowLiteral h } && l.Value.Number > h.Value.Number
            ? rows.Scope.FailRow(ObjectiveErrors.UpsideDown(rows.Scope.At(range), rows.Scope.Tree.Text.Slice(range.Low.Span), rows.Scope.Tree.Text.Slice(range.High.Span)))
            : new RowLogic(IsOr: false, low, high);
    }

    /// <summary>The days of a period as comparisons.</summary>
    private static string InPeriod(InExpression expression, PeriodExpression period, Scope scope)
    {
        string operand = scope.Tree.Text.Slice(expression.Operand.Span);
        return PeriodSpans.Of(period.Period, scope.Product.YearStartMonth) is var (start, end)
            ? FormattableString.Invariant($"Write `{operand} >= {start:yyyy-MM-dd} and {operand} < {end:yyyy-MM-dd}`.")
            : $"Compare `{operand}` with days, e.g. `{operand} >= 2026-07-01`.";
    }

    private static BinaryExpression Compare(InExpression expression, BinaryOperator comparison, ExpressionSyntax end) =>
        new(comparison, expression.Operand.Span, expression.Operand, end);

    private static RowExpression OfSet(RowExpression operand, InExpression expression, ExpressionSyntax choices, RowScope rows)
    {
        var scope = rows.Scope;
        switch (NumberBinder.Bind(choices, scope))
        {
            case ErrorMeaning:
                return RowExpression.Error;
            case SetMeaning { Set: var set } when operand is not RowColumn:
                return scope.FailRow(TypeErrors.SomethingElseIsDue(scope.At(expression.Operand), "a computed value", "a column", $"Members of the set are values of `{set.Entity}`."));
            case SetMeaning { Set: var set } when ((RowColumn)operand).Column.Entity.Type.Kind != set.Entity.Type.Kind
                || !SameEntity(((RowColumn)operand).Column.Entity, set.Entity):
                return scope.FailRow(TypeErrors.CannotCompare(scope.At(expression), $"`{((RowColumn)operand).Column}`", $"members of a set of `{set.Entity}`"));
            case SetMeaning { Set: var set }:
                return new RowInSet((RowColumn)operand, set);
            case var other:
                return scope.FailRow(TypeErrors.SomethingElseIsDue(scope.At(choices), other.Sort, "a list, a range or a set", "Write `in [a, b]`, `in 1..5` or `in SET`."));
        }
    }

    /// <summary>Two columns hold the same entity when references lead both to one key, or when neither says what it refers to.</summary>
    public static bool SameEntity(ColumnSymbol left, ColumnSymbol right) =>
        ReferenceEquals(left, right) || (!left.IsKey && !right.IsKey && left.Type.Kind == right.Type.Kind && string.Equals(left.Name, right.Name, StringComparison.Ordinal));

    private static bool Fits(RowLiteral literal, RowExpression operand) =>
        (literal.Type.Kind == operand.Type.Kind && literal.Type.Currency == operand.Type.Currency) || (literal.Type.IsNumeric && operand.Type.IsNumeric);
}
