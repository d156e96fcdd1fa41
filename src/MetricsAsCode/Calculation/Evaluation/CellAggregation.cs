using MetricsAsCode.Values;

namespace MetricsAsCode.Calculation.Evaluation;

/// <summary>One value of many known cells, whichever order they come in.</summary>
internal sealed class CellAggregation(CellMath math)
{
    /// <summary>The aggregate; of nothing, count, distinct and sum are 0.</summary>
    public Cell Of(AggregateKind kind, double parameter, Span<Cell> known) => kind switch
    {
        AggregateKind.Count => Cell.Of(known.Length),
        AggregateKind.Sum => CellSums.Sum(known),
        AggregateKind.Distinct => Cell.Of(Distinct(Sort(known))),
        _ when known.IsEmpty => Cell.None(Reason.NoRows),
        AggregateKind.Avg => CellSums.Mean(known),
        AggregateKind.Min => Sort(known)[0],
        AggregateKind.Max => Sort(known)[^1],
        AggregateKind.Median => Median(Sort(known)),
        AggregateKind.Percentile => Between(Sort(known), parameter),
        AggregateKind.PercentileDisc => Sort(known)[(int)Percentiles.Reaching(known.Length, parameter)],
        AggregateKind.StdDev => known.Length < 2 ? Cell.None(Reason.TooFewRows) : ExactSpreadOf(known) ?? Spread.Of(Doubles(Sort(known))),
        _ => throw new InvalidOperationException($"{kind} is no aggregate of entities or units."),
    };

    private Span<Cell> Sort(Span<Cell> cells)
    {
        cells.Sort((left, right) => math.Order(left, right));
        return cells;
    }

    private static Cell? ExactSpreadOf(ReadOnlySpan<Cell> cells)
    {
        var numbers = new Int128[cells.Length];
        for (var i = 0; i < numbers.Length; i++)
        {
            if (cells[i].Kind != ValueKind.Exact || cells[i].Exact.Scale != cells[0].Exact.Scale)
                return null;
            numbers[i] = cells[i].Exact.Mantissa;
        }

        return ExactSpread.Of<Int128>([numbers], cells[0].Exact.Scale);
    }

    private static Cell Median(ReadOnlySpan<Cell> sorted)
    {
        foreach (ref readonly var cell in sorted)
        {
            if (cell.Kind != ValueKind.Double)
                return Between(sorted, 0.5);
        }

        return Percentiles.MedianOf(Doubles(sorted));
    }

    private static Cell Between(ReadOnlySpan<Cell> sorted, double p)
    {
        var (low, part) = Percentiles.Between(sorted.Length, p);
        var below = sorted[(int)low].ToDouble();
        return Cell.Of(part == 0 ? below : below + ((sorted[(int)low + 1].ToDouble() - below) * part));
    }

    private long Distinct(ReadOnlySpan<Cell> sorted)
    {
        long count = 0;
        for (var i = 0; i < sorted.Length; i++)
            count += i == 0 || math.Order(sorted[i - 1], sorted[i]) != 0 ? 1 : 0;
        return count;
    }

    private static double[] Doubles(ReadOnlySpan<Cell> cells)
    {
        var numbers = new double[cells.Length];
        for (var i = 0; i < numbers.Length; i++)
            numbers[i] = cells[i].ToDouble();
        return numbers;
    }
}
