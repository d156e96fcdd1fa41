using System.Numerics;
using System.Runtime.CompilerServices;
using MetricsAsCode.Kernels;
using MetricsAsCode.Values;

namespace MetricsAsCode.Calculation.Evaluation;

// Of whole numbers d that are the distances from the smallest, n Σd² - (Σd)² is exact: nothing cancels, and only the root is rounded.

/// <summary>The sample standard deviation, n - 1, of integers of a scale that lie near each other.</summary>
internal static class ExactSpread
{
    // The sum of the squares of as many smaller distances as a table has rows fits into 128 bits.
    private const long Farthest = 1L << 46;

    /// <summary>Of at least two numbers; null when some lie too far apart.</summary>
    public static Cell? Of<T>(IReadOnlyList<ArraySegment<T>> values, int scale)
        where T : unmanaged, IBinaryInteger<T>, IMinMaxValue<T>
    {
        var (low, high) = (T.MaxValue, T.MinValue);
        foreach (var segment in values.Where(static s => s.Count > 0))
        {
            var extent = ExtentKernel.Of<T>(segment);
            (low, high) = (T.Min(low, extent.Low), T.Max(high, extent.High));
        }

        if (BigInteger.CreateChecked(high) - BigInteger.CreateChecked(low) > Farthest)
            return null;
        var (sum, squares) = Sums(values, low);
        return Of(values.Sum(static s => (long)s.Count), sum, squares, scale);
    }

    /// <summary>Of at least two numbers that are some steps away from the smallest.</summary>
    /// <param name="counts">By number of steps how often it occurs.</param>
    /// <param name="scale">The digits of a step behind the point.</param>
    public static Cell Of(ReadOnlySpan<int> counts, int scale)
    {
        var (count, sum, squares) = (0L, (Int128)0, (UInt128)0);
        for (var distance = 0; distance < counts.Length; distance++)
        {
            count += counts[distance];
            sum += (long)counts[distance] * distance;
            squares += (UInt128)(ulong)counts[distance] * (ulong)((long)distance * distance);
        }

        return Of(count, sum, squares, scale);
    }

    private static Cell Of(BigInteger count, Int128 sum, UInt128 squares, int scale)
    {
        var numerator = (count * squares) - ((BigInteger)sum * sum);
        var denominator = count * (count - 1) * BigInteger.Pow(10, 2 * scale);
        return RoundedDouble.Ratio(numerator, denominator) is { } variance ? Cell.Of(Math.Sqrt(variance)) : Cell.None(Reason.Overflow);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static (Int128 Sum, UInt128 Squares) Sums<T>(IReadOnlyList<ArraySegment<T>> values, T low)
        where T : unmanaged, IBinaryInteger<T>
    {
        var (sum, squares) = ((Int128)0, (UInt128)0);
        foreach (var segment in values)
        {
            foreach (var value in segment.AsSpan())
            {
                var distance = ulong.CreateTruncating(value - low);
                sum += distance;
                squares += new UInt128(Math.BigMul(distance, distance, out var lower), lower);
            }
        }

        return (sum, squares);
    }
}
