using MetricsAsCode.Compiler.Binding.Model;

namespace MetricsAsCode.Compiler.Binding;

// An interval around a proportion follows from its two counts when those of the numerator are some of those of the denominator: a share, or a division of two counts
// of which the first counts rows of the second, over one stretch of time.

/// <summary>Whether a value is a part of a sample's rows over all of them.</summary>
internal static class SampleProportion
{
    public static bool Is(Measure measure) => measure switch
    {
        MetricMeasure node => node.Metric.Sample?.IsProportion ?? false,
        WindowMeasure node => Is(node.Operand),
        EveryMeasure node => Is(node.Operand),
        LeftOutMeasure node => Is(node.Operand),
        ShareMeasure node => node.Base.Source.Sample is not null,
        ArithmeticMeasure { Operator: ArithmeticOperator.Divide } node => Count(node.Left) is { } hits && Count(node.Right) is { } all && AreSome(hits, all),
        _ => false,
    };

    private static AggregateMeasure? Count(Measure measure) => measure switch
    {
        MetricMeasure { Metric: { Every: null } metric } => Count(metric.Body),
        AggregateMeasure { Kind: AggregateKind.Count } node => node,
        _ => null,
    };

    private static bool AreSome(AggregateMeasure hits, AggregateMeasure all)
    {
        var (source, conditions) = (all.Rows.Source, Conditions(hits).ToList());
        return source.Sample is not null && ReferenceEquals(hits.Rows.Source, source)
            && hits.Rows.Steps.Where(s => s is not RowFilter).SequenceEqual(all.Rows.Steps.Where(s => s is not RowFilter))
            && Conditions(all).All(c => conditions.Contains(c) || (c is RowNot { Operand: RowIsMissing known } && conditions.Any(h => IsFalseWithout(h, known.Operand))));
    }

    private static IEnumerable<RowExpression> Conditions(AggregateMeasure count)
    {
        var conditions = count.Rows.Conditions.SelectMany(Conjuncts.Of);
        return count.Value is { Type.IsOptional: true } value ? conditions.Append(new RowNot(new RowIsMissing(value))) : conditions;
    }

    /// <summary>Whether a condition cannot be true where an operand of it is missing: <c>rating >= 4</c> says that there is a rating.</summary>
    private static bool IsFalseWithout(RowExpression condition, RowExpression operand) => condition switch
    {
        RowCompare compare => compare.Left == operand || compare.Right == operand,
        RowIn choice => choice.Operand == operand,
        _ => condition == operand,
    };
}
