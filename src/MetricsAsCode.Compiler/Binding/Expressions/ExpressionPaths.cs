using MetricsAsCode.Compiler.Syntax;

namespace MetricsAsCode.Compiler.Binding.Expressions;

/// <summary>The names and paths written in an expression, in reading order.</summary>
internal static class ExpressionPaths
{
    public static IEnumerable<PathSyntax> In(ExpressionSyntax expression, bool withFunctions = false) => expression switch
    {
        NameExpression e => [e.Path],
        ParenthesizedExpression e => In(e.Inner, withFunctions),
        UnaryExpression e => In(e.Operand, withFunctions),
        BinaryExpression e => In(e.Left, withFunctions).Concat(In(e.Right, withFunctions)),
        ListExpression e => e.Items.SelectMany(i => In(i, withFunctions)),
        RangeExpression e => In(e.Low, withFunctions).Concat(In(e.High, withFunctions)),
        InExpression e => In(e.Operand, withFunctions).Concat(In(e.Choices, withFunctions)),
        IsExpression e => In(e.Operand, withFunctions),
        IfExpression e => In(e.Condition, withFunctions).Concat(In(e.Then, withFunctions)).Concat(In(e.Else, withFunctions)),
        CallExpression e => (withFunctions ? new[] { e.Function } : []).Concat(e.Arguments.SelectMany(a => In(a.Value, withFunctions))),
        WhereExpression e => In(e.Operand, withFunctions).Concat(In(e.Condition, withFunctions)),
        DatedExpression e => In(e.Operand, withFunctions),
        WindowExpression e => In(e.Operand, withFunctions),
        _ => [],
    };
}
