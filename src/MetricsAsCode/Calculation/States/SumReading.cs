using MetricsAsCode.Calculation.Evaluation;
using MetricsAsCode.Values;

namespace MetricsAsCode.Calculation.States;

/// <summary>What can be read from an exact sum and a count.</summary>
internal static class SumReading
{
    /// <summary>The reading; null when a sum does not hold it.</summary>
    public static Cell? Of(AggregateKind kind, Exact? total, long count, bool isMoney) => kind switch
    {
        AggregateKind.Count => Cell.Of(count),
        AggregateKind.Sum => Cell.Of(total, isMoney),
        AggregateKind.Avg when count == 0 => Cell.None(Reason.NoRows),
        AggregateKind.Avg => total is { } sum ? Cell.Of(Exact.Divide(sum, count)) : Cell.None(Reason.Overflow),
        _ => null,
    };
}
