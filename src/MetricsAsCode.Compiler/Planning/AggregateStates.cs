using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Planning.Model;
using MetricsAsCode.Compiler.Symbols;

namespace MetricsAsCode.Compiler.Planning;

/// <summary>Which state an aggregate is read from, so that as many as can share one.</summary>
internal static class AggregateStates
{
    public static PlanState Of(AggregateMeasure measure) => measure.Kind switch
    {
        AggregateKind.Count => measure.Value is null ? PlanState.Rows : PlanState.Sum,
        AggregateKind.Sum or AggregateKind.Avg => PlanState.Sum,
        AggregateKind.Min or AggregateKind.Max => PlanState.Extent,
        AggregateKind.Median or AggregateKind.StdDev or AggregateKind.Percentile or AggregateKind.PercentileDisc => PlanState.Values,
        AggregateKind.Distinct => PlanState.Distinct,
        AggregateKind.First or AggregateKind.Last or AggregateKind.Nth => PlanState.Ordered,
        _ => throw Unexpected.Value(measure.Kind),
    };

    /// <summary>What cannot be summed is counted as a one for each known value.</summary>
    public static RowExpression? ValueOf(AggregateMeasure measure) =>
        measure is { Kind: AggregateKind.Count, Value: { } value } && !IsSummable(value.Type) ? new PlanKnown(value) : measure.Value;

    private static bool IsSummable(ScalarType type) => type.IsNumeric || type.Kind is ScalarKind.Money or ScalarKind.Duration;
}
