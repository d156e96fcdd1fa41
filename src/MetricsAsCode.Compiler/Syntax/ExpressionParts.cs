namespace MetricsAsCode.Compiler.Syntax;

/// <summary>What an expression is made of.</summary>
public static class ExpressionParts
{
    /// <summary>The expressions directly inside another, in reading order.</summary>
    public static IEnumerable<ExpressionSyntax> Of(ExpressionSyntax expression) => expression switch
    {
        ParenthesizedExpression e => [e.Inner],
        ColumnOfExpression e => [e.Rows],
        UnaryExpression e => [e.Operand],
        BinaryExpression e => [e.Left, e.Right],
        ListExpression e => e.Items,
        RangeExpression e => [e.Low, e.High],
        InExpression e => [e.Operand, e.Choices],
        IsExpression e => [e.Operand],
        IfExpression e => [e.Condition, e.Then, e.Else],
        CallExpression e => e.Arguments.SelectMany(Of),
        WhereExpression e => [e.Operand, e.Condition],
        DatedExpression e => [e.Operand],
        WindowExpression e => [e.Operand],
        OffsetExpression e => e.To is null ? [e.From] : [e.From, e.To],
        _ => [],
    };

    private static IEnumerable<ExpressionSyntax> Of(ArgumentSyntax argument) =>
        new[] { argument.Value, argument.Among, argument.Per, argument.Back }.Where(p => p is not null).Select(p => p!);
}
