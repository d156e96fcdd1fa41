using MetricsAsCode.Values;

namespace MetricsAsCode.Calculation.Evaluation;

/// <summary>Which of n values in ascending order a percentile falls on. The share p is a decimal as written, so that 7% of 100 is the 7th and not just beside it.</summary>
internal static class Percentiles
{
    /// <summary>The place (n - 1)p between two values: the lower one, and the part of the way to the next.</summary>
    public static (long Low, double Part) Between(long n, double p)
    {
        var place = (n - 1) * (decimal)p;
        var low = decimal.Floor(place);
        return ((long)low, (double)(place - low));
    }

    /// <summary>The median of doubles in ascending order, at least one: the mean of the two in the middle is rounded once.</summary>
    public static Cell MedianOf(ReadOnlySpan<double> sorted)
    {
        var middle = sorted.Length / 2;
        if (sorted.Length % 2 == 1)
            return Cell.Of(sorted[middle]);
        var sum = new ExactSum();
        sum.Add(sorted.Slice(middle - 1, 2));
        return Cell.Of(sum.Mean(2));
    }

    /// <summary>The first value whose cumulative share reaches p.</summary>
    public static long Reaching(long n, double p) => Math.Clamp((long)decimal.Ceiling(n * (decimal)p) - 1, 0, n - 1);
}
