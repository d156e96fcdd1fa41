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
        return own.Concat(ExpressionParts.Of(expression).SelectMany(p => In(p, withFunctions)));
    }

    /// <summary>The names of what is called.</summary>
    public static IEnumerable<PathSyntax> Functions(ExpressionSyntax expression) =>
        (expression is CallExpression call ? new[] { call.Function } : []).Concat(ExpressionParts.Of(expression).SelectMany(Functions));

    /// <summary>Also those behind <c>dated</c>, in <c>by</c> and of columns of rows in parentheses.</summary>
    public static IEnumerable<PathSyntax> All(ExpressionSyntax expression)
    {
        IEnumerable<PathSyntax> own = expression switch
        {
            NameExpression e => [e.Path],
            DatedExpression e => [e.Time],
            CallExpression e => e.Arguments.Where(a => !a.By.IsDefaultOrEmpty).SelectMany(a => a.By),
            _ => [],
        };
        return own.Concat(ExpressionParts.Of(expression).SelectMany(All));
    }

    /// <summary>What may say whose columns the bare names are: names and paths, and columns of rows in parentheses as a whole.</summary>
    public static IEnumerable<ExpressionSyntax> NamingRows(ExpressionSyntax expression) =>
        expression is NameExpression or ColumnOfExpression ? [expression] : ExpressionParts.Of(expression).SelectMany(NamingRows);
}
