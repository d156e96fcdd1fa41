using MetricsAsCode.Values;

namespace MetricsAsCode.Calculation.Evaluation;

/// <summary>The sample standard deviation, n - 1, in two passes: the mean first, then the squares of the distances, whose sum is exact and corrected for the mean's rounding.</summary>
internal static class Spread
{
    /// <summary>Of at least two numbers.</summary>
    public static Cell Of(ReadOnlySpan<double> values)
    {
        var sum = new ExactSum();
        sum.Add(values);
        if (sum.Mean(values.Length) is not { } mean)
            return Cell.None(Reason.Overflow);
        var (squares, rest) = (new ExactSum(), new ExactSum());
        foreach (var value in values)
        {
            var distance = value - mean;
            if (!double.IsFinite(distance * distance))
                return Cell.None(Reason.Overflow);
            squares.Add(distance * distance);
            rest.Add(distance);
        }

        return squares.Total is { } total && rest.Total is { } left
            ? Cell.Of(Math.Sqrt(Math.Max(0, total - (left * left / values.Length)) / (values.Length - 1)))
            : Cell.None(Reason.Overflow);
    }
}
