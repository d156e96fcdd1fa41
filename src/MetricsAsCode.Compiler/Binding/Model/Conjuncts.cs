namespace MetricsAsCode.Compiler.Binding.Model;

/// <summary>The parts of a condition that are joined by its outermost <c>and</c>s, in reading order: it is true where all of them are.</summary>
public static class Conjuncts
{
    /// <summary>Splits a condition.</summary>
    public static IEnumerable<RowExpression> Of(RowExpression condition) =>
        condition is RowLogic { IsOr: false } and ? Of(and.Left).Concat(Of(and.Right)) : [condition];
}
