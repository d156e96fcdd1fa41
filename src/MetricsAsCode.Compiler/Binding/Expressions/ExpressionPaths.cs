using MetricsAsCode.Compiler.Syntax;

namespace MetricsAsCode.Compiler.Binding.Expressions;

/// <summary>The names and paths written in an expression, in reading order.</summary>
internal static class ExpressionPaths
{
    public static IEnumerable<PathSyntax> In(ExpressionSyntax expression) => expression switch
    {
        NameExpression e => [e.Path],
        ParenthesizedExpression e => In(e.Inner),
        UnaryExpression e => In(e.Operand),
        BinaryExpression e => In(e.Left).Concat(In(e.Right)),
        ListExpression e => e.Items.SelectMany(In),
        RangeExpression e => In(e.Low).Concat(In(e.High)),
        InExpression e => In(e.Operand).Concat(In(e.Choices)),
        IsExpression e => In(e.Operand),
        IfExpression e => In(e.Condition).Concat(In(e.Then)).Concat(In(e.Else)),
        CallExpression e => e.Arguments.SelectMany(a => In(a.Value)),
        WhereExpression e => In(e.Operand).Concat(In(e.Condition)),
        DatedExpression e => In(e.Operand),
        WindowExpression e => In(e.Operand),
        _ => [],
    };
}
