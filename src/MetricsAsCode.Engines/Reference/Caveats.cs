using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Engines.Reference.Measures;
using MetricsAsCode.Results;

namespace MetricsAsCode.Engines.Reference;

/// <summary>What to bear in mind about an answer.</summary>
internal static class Caveats
{
    private const long SmallBelow = 30;

    public static IEnumerable<string> Of(Measure measure, Answer answer, bool isUnfinished)
    {
        if (isUnfinished)
            yield return Caveat.UnfinishedPeriod;
        if (answer.Value is not null && answer.N is > 0 and < SmallBelow and var n && IsEstimate(Outermost.Of(measure)))
            yield return Caveat.SmallSample(n);
        if (answer.LeftOut > 0)
            yield return Caveat.LeftOut(answer.LeftOut);
        foreach (long rows in answer.Immature.Where(n => n > 0).Distinct())
            yield return Caveat.Immature(rows);
    }

    /// <summary>A number that few rows make uncertain.</summary>
    private static bool IsEstimate(Measure outermost) => outermost switch
    {
        ArithmeticMeasure { Operator: ArithmeticOperator.Divide } or ShareMeasure or SharePerMeasure => true,
        AggregateMeasure aggregate => IsEstimate(aggregate.Kind),
        PerMeasure per => IsEstimate(per.Kind),
        EachMeasure each => IsEstimate(each.Kind),
        _ => false,
    };

    private static bool IsEstimate(AggregateKind kind) => kind is AggregateKind.Avg or AggregateKind.Median
        or AggregateKind.Percentile or AggregateKind.PercentileDisc or AggregateKind.StdDev;
}
