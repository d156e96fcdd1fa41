namespace MetricsAsCode.Compiler.Binding.Model;

/// <summary>The operands of row expressions.</summary>
public static class RowExpressions
{
    /// <summary>The expressions directly below this one, in reading order.</summary>
    public static IEnumerable<RowExpression> Children(this RowExpression expression) => expression switch
    {
        RowArithmetic e => [e.Left, e.Right],
        RowNegate e => [e.Operand],
        RowCompare e => [e.Left, e.Right],
        RowLogic e => [e.Left, e.Right],
        RowNot e => [e.Operand],
        RowIn e => [e.Operand],
        RowInSet e => [e.Operand],
        RowIsMissing e => [e.Operand],
        RowIf e => [e.Condition, e.Then, e.Else],
        RowCall e => e.Arguments,
        RowDerived e => e.Inputs,
        _ => [],
    };

    /// <summary>This expression and all below it, in reading order.</summary>
    public static IEnumerable<RowExpression> SelfAndDescendants(this RowExpression expression) =>
        expression.Children().SelectMany(SelfAndDescendants).Prepend(expression);
}
