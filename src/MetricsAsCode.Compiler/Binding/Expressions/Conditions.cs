using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Compiler.Syntax;

namespace MetricsAsCode.Compiler.Binding.Expressions;

/// <summary>Tells a condition on rows (<c>customers.city in ["Delhi"]</c>) from one on numbers (<c>csat >= 80%</c>).</summary>
internal static class Conditions
{
    /// <summary>The source whose columns the condition tests; null when the expression is no condition on rows.</summary>
    public static SourceSymbol? SourceOf(ExpressionSyntax expression, Scope scope) =>
        IsCondition(expression) ? PathsOutsideCalls(expression).Select(p => SourceOf(p, scope)).FirstOrDefault(s => s is not null) : null;

    private static SourceSymbol? SourceOf(PathSyntax path, Scope scope) => Names.Bind(path, scope.Silent()) switch
    {
        ValuesMeaning values => values.Rows.Source,
        ConditionMeaning condition => SourceOf(condition.Condition, condition.Scope.Silent()),
        _ => null,
    };

    private static bool IsCondition(ExpressionSyntax expression) => expression switch
    {
        ParenthesizedExpression e => IsCondition(e.Inner),
        UnaryExpression { Operator: UnaryOperator.Not } => true,
        BinaryExpression { Operator: <= BinaryOperator.GreaterOrEqual } => true,
        InExpression or IsExpression => true,
        _ => false,
    };

    private static IEnumerable<PathSyntax> PathsOutsideCalls(ExpressionSyntax expression) => expression switch
    {
        CallExpression { Function.Text: var name } call when ScalarFunctions.Find(name) is { } && !Aggregates.IsAggregate(name) =>
            call.Arguments.SelectMany(a => PathsOutsideCalls(a.Value)),
        CallExpression => [],
        ParenthesizedExpression e => PathsOutsideCalls(e.Inner),
        UnaryExpression e => PathsOutsideCalls(e.Operand),
        BinaryExpression e => PathsOutsideCalls(e.Left).Concat(PathsOutsideCalls(e.Right)),
        InExpression e => PathsOutsideCalls(e.Operand),
        IsExpression e => PathsOutsideCalls(e.Operand),
        NameExpression e => [e.Path],
        _ => [],
    };
}
