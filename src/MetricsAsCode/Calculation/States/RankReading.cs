using MetricsAsCode.Calculation.Evaluation;
using MetricsAsCode.Kernels;
using MetricsAsCode.Values;

namespace MetricsAsCode.Calculation.States;

/// <summary>What can be read from values by their rank, or from all of them.</summary>
internal static class RankReading
{
    /// <summary>The reading; null when values do not hold it.</summary>
    public static Cell? Of<T, TOrder>(AggregateKind kind, double parameter, RankedValues<T, TOrder> values, Func<T, Cell> cellOf)
        where TOrder : struct, IOrder<T> => kind == AggregateKind.StdDev && values.Count > 1
            ? ExactSpreadOf(values.Segments, cellOf) ?? Spread.Of(All(values, cellOf))
            : Of(kind, parameter, (IRanks<T>)values, cellOf);

    /// <summary>The reading, but for the spread of several values; null when ranks do not hold it.</summary>
    public static Cell? Of<T>(AggregateKind kind, double parameter, IRanks<T> values, Func<T, Cell> cellOf) => kind switch
    {
        AggregateKind.Count => Cell.Of(values.Count),
        AggregateKind.Median or AggregateKind.Percentile or AggregateKind.PercentileDisc or AggregateKind.StdDev when values.Count == 0 => Cell.None(Reason.NoRows),
        AggregateKind.Median when typeof(T) == typeof(double) => Percentiles.MedianOf(Middle(values, cellOf)),
        AggregateKind.Median => Between(values, 0.5, cellOf),
        AggregateKind.Percentile => Between(values, parameter, cellOf),
        AggregateKind.PercentileDisc => cellOf(values.At(Percentiles.Reaching(values.Count, parameter))),
        AggregateKind.StdDev when values.Count == 1 => Cell.None(Reason.TooFewRows),
        _ => null,
    };

    private static Cell? ExactSpreadOf<T>(IReadOnlyList<ArraySegment<T>> segments, Func<T, Cell> cellOf) => segments switch
    {
        IReadOnlyList<ArraySegment<long>> numbers => ExactSpread.Of(numbers, ScaleOf(segments, cellOf)),
        IReadOnlyList<ArraySegment<Int128>> numbers => ExactSpread.Of(numbers, ScaleOf(segments, cellOf)),
        IReadOnlyList<ArraySegment<uint>> steps => ExactSpread.Of(steps, ScaleOf(segments, cellOf)),
        _ => null,
    };

    private static int ScaleOf<T>(IReadOnlyList<ArraySegment<T>> segments, Func<T, Cell> cellOf) => cellOf(segments.First(s => s.Count > 0)[0]).Exact.Scale;

    private static Cell Between<T>(IRanks<T> values, double p, Func<T, Cell> cellOf)
    {
        var (low, part) = Percentiles.Between(values.Count, p);
        var below = cellOf(values.At(low)).ToDouble();
        return part == 0 ? Cell.Of(below) : Cell.Of(below + ((cellOf(values.At(low + 1)).ToDouble() - below) * part));
    }

    // The one in the middle, or both.
    private static double[] Middle<T>(IRanks<T> values, Func<T, Cell> cellOf)
    {
        var middle = values.Count / 2;
        return values.Count % 2 == 1
            ? [cellOf(values.At(middle)).ToDouble()]
            : [cellOf(values.At(middle - 1)).ToDouble(), cellOf(values.At(middle)).ToDouble()];
    }

    private static double[] All<T, TOrder>(RankedValues<T, TOrder> values, Func<T, Cell> cellOf)
        where TOrder : struct, IOrder<T>
    {
        var numbers = new double[values.Count];
        var next = 0;
        foreach (var segment in values.Segments)
        {
            foreach (var value in segment.AsSpan())
                numbers[next++] = cellOf(value).ToDouble();
        }

        return numbers;
    }
}
