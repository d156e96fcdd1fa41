using MetricsAsCode.Compiler.Syntax;

namespace MetricsAsCode.Compiler.Binding.Expressions;

/// <summary>The names and paths written in an expression, in reading order.</summary>
internal static class ExpressionPaths
{
    public static IEnumerable<PathSyntax> In(ExpressionSyntax expression, bool withFunctions = false)
    {
        IEnumerable<PathSyntax> own = expression switch
        {
            NameExpression e => [e.Path],
            CallExpression e when withFunctions => [e.Function],
            _ => [],
        };
        return own.Concat(Parts(expression).SelectMany(p => In(p, withFunctions)));
    }

    /// <summary>What may say whose columns the bare names are: names and paths, and columns of rows in parentheses as a whole.</summary>
    public static IEnumerable<ExpressionSyntax> NamingRows(ExpressionSyntax expression) =>
        expression is NameExpression or ColumnOfExpression ? [expression] : Parts(expression).SelectMany(NamingRows);

    /// <summary>What an expression is made of, in reading order.</summary>
    public static IEnumerable<ExpressionSyntax> Parts(ExpressionSyntax expression) => expression switch
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
        CallExpression e => e.Arguments.SelectMany(a => new[] { a.Value, a.Among, a.Per }).Where(p => p is not null).Select(p => p!),
        WhereExpression e => [e.Operand, e.Condition],
        DatedExpression e => [e.Operand],
        WindowExpression e => [e.Operand],
        _ => [],
    };
}
