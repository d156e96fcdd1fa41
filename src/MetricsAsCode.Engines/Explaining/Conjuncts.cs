using MetricsAsCode.Compiler.Binding.Model;

namespace MetricsAsCode.Engines.Explaining;

/// <summary>The parts of a condition that are joined by its outermost <c>and</c>s, in reading order: it is true where all of them are.</summary>
internal static class Conjuncts
{
    public static IEnumerable<RowExpression> Of(RowExpression condition) =>
        condition is RowLogic { IsOr: false } both ? Of(both.Left).Concat(Of(both.Right)) : [condition];
}
