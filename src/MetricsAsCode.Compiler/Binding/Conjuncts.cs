using MetricsAsCode.Compiler.Binding.Model;

namespace MetricsAsCode.Compiler.Binding;

/// <summary>The conditions that a condition is made of by <c>and</c>: it is known to be true where all of them are.</summary>
internal static class Conjuncts
{
    public static IEnumerable<RowExpression> Of(RowExpression condition) =>
        condition is RowLogic { IsOr: false } and ? Of(and.Left).Concat(Of(and.Right)) : [condition];
}
