using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Diagnostics;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Compiler.Syntax;
using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Compiler.Binding.Expressions;

/// <summary>Binds expressions about one row at a time.</summary>
internal static class RowBinder
{
    public static RowExpression Bind(ExpressionSyntax expression, RowScope rows)
    {
        var scope = rows.Scope;
        return expression switch
        {
            ErrorExpression => RowExpression.Error,
            ParenthesizedExpression e => Bind(e.Inner, rows),
            NameExpression { Path: { Text: "as_of" } } => new RowAsOf(),
            NameExpression e => RowPaths.Bind(e.Path, rows),
            ColumnOfExpression e => BindColumnOf(e, rows),
            NumberExpression e => RowLiterals.Of(e, scope),
            TextExpression e => RowLiterals.OfText(e.Value),
            BooleanExpression e => RowLiterals.OfBoolean(e.Value),
            PeriodExpression e => Constants.Day(e.Period) is { } day
                ? RowLiterals.OfDay(day)
                : scope.FailRow(TypeErrors.Expected(scope.At(e), "A date", "a longer period")),
            UnaryExpression { Operator: UnaryOperator.Not } e => BindNot(e, rows),
            UnaryExpression e => BindNegate(e, rows),
            BinaryExpression { Operator: BinaryOperator.And or BinaryOperator.Or } e => BindLogic(e, rows),
            BinaryExpression { Operator: >= BinaryOperator.Equal and <= BinaryOperator.GreaterOrEqual } e => RowComparisons.Bind(e, rows),
            BinaryExpression { Operator: BinaryOperator.Union or BinaryOperator.Except or BinaryOperator.Intersect } e =>
                scope.FailRow(TypeErrors.SomethingElseIsDue(scope.At(e), "a set", "a value of a row", "Write `COLUMN in SET`.")),
            BinaryExpression e => BindArithmetic(e, rows),
            InExpression e => RowMembership.Bind(e, rows),
            IsExpression e => BindIs(e, rows),
            IfExpression e => BindIf(e, rows),
            CallExpression e => RowCalls.Bind(e, rows),
            OffsetExpression e => scope.FailRow(TypeErrors.NoMeaningHere(scope.At(e), Grains.Singular(e.Grain), "it belongs to a cohort: `COHORT.retained(days 1..30)`")),
            WindowExpression or WhereExpression or DatedExpression =>
                scope.FailRow(TypeErrors.NoMeaningHere(scope.At(expression), Word(expression), "it belongs to rows, sets and numbers, not to a value of one row")),
            _ => scope.FailRow(TypeErrors.SomethingElseIsDue(scope.At(expression), "a list", "a value of a row", "Lists stand behind `in`.")),
        };
    }

    /// <summary>A condition: true, false or unknown for each row.</summary>
    public static RowExpression BindCondition(ExpressionSyntax expression, RowScope rows)
    {
        var bound = Bind(expression, rows);
        return bound.IsError || bound.Type.Kind == ScalarKind.Boolean
            ? bound
            : rows.Scope.FailRow(TypeErrors.Expected(rows.Scope.At(expression), "A condition", An(bound.Type)));
    }

    public static string An(ScalarType type)
    {
        string name = (type with { IsOptional = false }).ToString();
        return (name[0] is 'a' or 'e' or 'i' or 'o' or 'u' ? "an " : type.Kind is ScalarKind.Text or ScalarKind.Money ? "" : "a ") + name;
    }

    private static string Word(ExpressionSyntax expression) => expression switch
    {
        WindowExpression { Window.Form: WindowForm.AtStart or WindowForm.AtEnd } => "at",
        WindowExpression => "over",
        WhereExpression => "where",
        _ => "dated",
    };

    /// <summary>Rows in parentheses are the ones at hand, or it would not be said which of them belongs to the row.</summary>
    private static RowExpression BindColumnOf(ColumnOfExpression expression, RowScope rows)
    {
        var scope = rows.Scope;
        return Postfix.RowsOf(expression, scope) is not { } named ? RowExpression.Error
            : named == rows.Among ? RowPaths.ColumnOf(named.Source, expression.Column, rows)
            : scope.FailRow(TypeErrors.SomethingElseIsDue(scope.At(expression), "a column of other rows", "a value of the row at hand", "Name the rows once, at the start; their columns are bare behind that."));
    }

    private static RowExpression BindNot(UnaryExpression expression, RowScope rows)
    {
        var operand = BindCondition(expression.Operand, rows);
        return operand.IsError ? operand : new RowNot(operand);
    }

    private static RowExpression BindNegate(UnaryExpression expression, RowScope rows)
    {
        var operand = Bind(expression.Operand, rows);
        return operand switch
        {
            { IsError: true } => operand,
            RowLiteral { Value.Kind: ScalarKind.Integer or ScalarKind.Decimal or ScalarKind.Money or ScalarKind.Duration } literal =>
                literal with { Value = literal.Value with { Number = -literal.Value.Number } },
            _ when operand.Type.IsNumeric || operand.Type.Kind is ScalarKind.Money or ScalarKind.Duration => new RowNegate(operand),
            _ => rows.Scope.FailRow(TypeErrors.Expected(rows.Scope.At(expression.Operand), "A number", An(operand.Type))),
        };
    }

    private static RowExpression BindLogic(BinaryExpression expression, RowScope rows)
    {
        var left = BindCondition(expression.Left, rows);
        var right = BindCondition(expression.Right, rows);
        return left.IsError || right.IsError ? RowExpression.Error : new RowLogic(expression.Operator == BinaryOperator.Or, left, right);
    }

    private static RowExpression BindArithmetic(BinaryExpression expression, RowScope rows)
    {
        var left = Bind(expression.Left, rows);
        var right = Bind(expression.Right, rows);
        if (left.IsError || right.IsError)
        {
            return RowExpression.Error;
        }

        var operation = Operators.Arithmetic(expression.Operator);
        if (RowTypes.Of(operation, left, right) is { } type)
        {
            return new RowArithmetic(operation, left, right, type);
        }

        var scope = rows.Scope;
        var at = scope.At(expression.OperatorSpan);
        return scope.FailRow(left.Type.Kind == ScalarKind.Money && right.Type.Kind == ScalarKind.Money && left.Type.Currency != right.Type.Currency
            ? TypeErrors.CurrenciesDiffer(at, left.Type.Currency!, right.Type.Currency!)
            : TypeErrors.CannotCalculate(at, Operators.Sign(expression.Operator), An(left.Type), An(right.Type)));
    }

    private static RowExpression BindIs(IsExpression expression, RowScope rows)
    {
        var operand = Bind(expression.Operand, rows);
        return operand.IsError ? operand
            : expression.Missing ? new RowIsMissing(operand)
            : new RowNot(new RowIsMissing(operand));
    }

    private static RowExpression BindIf(IfExpression expression, RowScope rows)
    {
        var condition = BindCondition(expression.Condition, rows);
        var then = Bind(expression.Then, rows);
        var otherwise = Bind(expression.Else, rows);
        if (condition.IsError || then.IsError || otherwise.IsError)
        {
            return RowExpression.Error;
        }

        return RowTypes.Common(then, otherwise) is { } type
            ? new RowIf(condition, then, otherwise, type)
            : rows.Scope.FailRow(TypeErrors.Expected(rows.Scope.At(expression.Else), $"A value of one type with {An(then.Type)}", An(otherwise.Type)));
    }
}
