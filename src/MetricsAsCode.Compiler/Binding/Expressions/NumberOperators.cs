using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Diagnostics;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Compiler.Syntax;

namespace MetricsAsCode.Compiler.Binding.Expressions;

/// <summary>Operators on numbers per period, with their units.</summary>
internal static class NumberOperators
{
    public static Measure Unary(UnaryExpression expression, Scope scope)
    {
        if (expression.Operator == UnaryOperator.Not)
        {
            var condition = Condition(expression.Operand, scope);
            return condition.Unit.IsError ? condition : new NotMeasure(condition);
        }

        var operand = NumberBinder.BindNumber(expression.Operand, scope);
        return operand switch
        {
            { Unit.IsError: true } => operand,
            MeasureLiteral literal when literal.Unit.IsNumeric => literal with { Value = -literal.Value },
            _ when operand.Unit.IsNumeric => new NegateMeasure(operand),
            _ => scope.FailNumber(TypeErrors.Expected(scope.At(expression.Operand), "A number", operand.Unit.InWords)),
        };
    }

    public static Measure Binary(BinaryExpression expression, Scope scope)
    {
        if (expression.Operator is BinaryOperator.And or BinaryOperator.Or)
        {
            var l = Condition(expression.Left, scope);
            var r = Condition(expression.Right, scope);
            return l.Unit.IsError || r.Unit.IsError ? Measure.Error : new LogicMeasure(expression.Operator == BinaryOperator.Or, l, r);
        }

        if ((expression.Operator is BinaryOperator.Equal or BinaryOperator.NotEqual) && TextComparison(expression, scope) is { } text)
        {
            return text;
        }

        var left = NumberBinder.BindNumber(expression.Left, scope);
        var right = NumberBinder.BindNumber(expression.Right, scope);
        if (left.Unit.IsError || right.Unit.IsError)
        {
            return Measure.Error;
        }

        return expression.Operator <= BinaryOperator.GreaterOrEqual
            ? Compare(expression, left, right, scope)
            : Calculate(expression, left, right, scope);
    }

    public static Measure Is(IsExpression expression, Scope scope)
    {
        var operand = NumberBinder.BindNumber(expression.Operand, scope);
        return operand.Unit.IsError ? operand
            : expression.Missing ? new IsMissingMeasure(operand)
            : new NotMeasure(new IsMissingMeasure(operand));
    }

    public static Measure If(IfExpression expression, Scope scope)
    {
        var condition = Condition(expression.Condition, scope);
        var then = NumberBinder.BindNumber(expression.Then, scope);
        var otherwise = NumberBinder.BindNumber(expression.Else, scope);
        if (condition.Unit.IsError || then.Unit.IsError || otherwise.Unit.IsError)
        {
            return Measure.Error;
        }

        return UnitAlgebra.Common(then, otherwise) is { } unit
            ? new IfMeasure(condition, then, otherwise, unit)
            : scope.FailNumber(Mismatch(scope, expression, "if", then, expression.Then, otherwise, expression.Else));
    }

    /// <summary>The finding for two operands whose units do not fit: a bare number, two currencies, or plainly two units.</summary>
    public static Diagnostic Mismatch(Scope scope, SyntaxNode at, string operation, Measure left, ExpressionSyntax leftWritten, Measure right, ExpressionSyntax rightWritten)
    {
        if ((Bare(left, leftWritten, right) ?? Bare(right, rightWritten, left)) is var (written, unit))
        {
            return TypeErrors.NeedsUnit(scope.At(written), written.Digits, unit.InWords, NumberLiterals.Offer(written.Digits, unit));
        }

        return left.Unit is { Kind: UnitKind.Money } l && right.Unit is { Kind: UnitKind.Money } r && l != r
            ? TypeErrors.CurrenciesDiffer(scope.At(at), l.Currency!, r.Currency!)
            : TypeErrors.UnitsDiffer(scope.At(at), operation, left.Unit.InWords, right.Unit.InWords, UnitRemedy.For(left.Unit, right.Unit));
    }

    private static Measure Condition(ExpressionSyntax expression, Scope scope)
    {
        var bound = NumberBinder.BindNumber(expression, scope);
        return bound.Unit.IsError || bound.Unit.Kind == UnitKind.Condition
            ? bound
            : scope.FailNumber(TypeErrors.Expected(scope.At(expression), "A condition", bound.Unit.InWords));
    }

    private static Measure Compare(BinaryExpression expression, Measure left, Measure right, Scope scope)
    {
        bool fit = (left.Unit.IsTemporal && right.Unit.IsTemporal)
            || (left.Unit == right.Unit && (left.Unit.Kind != UnitKind.Condition || expression.Operator is BinaryOperator.Equal or BinaryOperator.NotEqual))
            || UnitAlgebra.Common(left, right) is { IsNumeric: true };
        return fit
            ? new CompareMeasure(Operators.Comparison(expression.Operator), left, right)
            : scope.FailNumber(Mismatch(scope, new Identifier("", false, expression.OperatorSpan), Operators.Sign(expression.Operator), left, expression.Left, right, expression.Right));
    }

    private static Measure Calculate(BinaryExpression expression, Measure left, Measure right, Scope scope)
    {
        var operation = Operators.Arithmetic(expression.Operator);
        return UnitAlgebra.Of(operation, left, right) is { } unit
            ? new ArithmeticMeasure(operation, left, right, unit)
            : scope.FailNumber(Mismatch(scope, new Identifier("", false, expression.OperatorSpan), Operators.Sign(expression.Operator), left, expression.Left, right, expression.Right));
    }

    /// <summary><c>nth(subscriptions.plan, 2) = churn</c>: a text beside a word or text; null when neither side is one.</summary>
    private static Measure? TextComparison(BinaryExpression expression, Scope scope)
    {
        var (word, other) = IsWord(expression.Right, scope) ? (expression.Right, expression.Left)
            : IsWord(expression.Left, scope) ? (expression.Left, expression.Right)
            : (null, null);
        if (word is null || other is null)
        {
            return null;
        }

        var operand = NumberBinder.BindNumber(other, scope);
        if (operand.Unit.IsError)
        {
            return Measure.Error;
        }

        if (operand.Unit.Kind != UnitKind.Text)
        {
            return word is NameExpression name
                ? scope.FailNumber(NameErrors.NotDefined(scope.At(name), name.Path.Text, scope.Module.ValueNames))
                : scope.FailNumber(TypeErrors.CannotCompare(scope.At(expression), operand.Unit.InWords, "text"));
        }

        var choice = NumberMembership.Choice(word, operand, scope);
        Measure? isOne = choice is null ? null : new InMeasure(operand, new([choice]));
        return isOne is null ? Measure.Error : expression.Operator == BinaryOperator.Equal ? isOne : new NotMeasure(isOne);
    }

    private static bool IsWord(ExpressionSyntax expression, Scope scope) => expression is TextExpression
        || (expression is NameExpression { Path: { Parts.Length: 1 } path } && !scope.Parameters.ContainsKey(path.Text) && scope.Module.Find(path, out _) is null);

    private static (NumberExpression Written, Unit Unit)? Bare(Measure bound, ExpressionSyntax written, Measure other) =>
        bound is MeasureLiteral { IsBare: true } && written is NumberExpression number && (other.Unit.Kind is UnitKind.Ratio or UnitKind.Money or UnitKind.Duration)
            ? (number, other.Unit)
            : null;
}
