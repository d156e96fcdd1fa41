using MetricsAsCode.Values;

namespace MetricsAsCode.Results;

/// <summary>
/// Between which ends a proportion lies with 95% confidence, had chance alone decided who is in the sample. Whoever does not answer may think otherwise:
/// that the interval does not cover.
/// </summary>
/// <param name="Low">The lower end, a ratio.</param>
/// <param name="High">The upper end, a ratio.</param>
public readonly record struct Interval(double Low, double High)
{
    /// <summary>The confidence, a ratio.</summary>
    public const double Confidence = 0.95;

    private const double Z = 1.96;

    /// <summary>
    /// The score interval of hits of n: (hits + z²/2 ∓ z √(hits (n - hits) / n + z²/4)) / (n + z²) with z = 1.96.
    /// E. B. Wilson, Probable inference, the law of succession, and statistical inference, Journal of the American Statistical Association 22 (1927), 209-212.
    /// </summary>
    /// <param name="hits">How many of the sample, from 0 to <paramref name="n"/>.</param>
    /// <param name="n">The size of the sample, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are more hits than there is sample, or no sample.</exception>
    public static Interval Wilson(double hits, double n)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(n);
        ArgumentOutOfRangeException.ThrowIfNegative(hits);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(hits, n);
        var (middle, half) = (hits + (Z * Z / 2), Z * Math.Sqrt((hits * (n - hits) / n) + (Z * Z / 4)));
        // Nothing and all are ends themselves, whatever the rounding of the root.
        return new Interval(hits == 0 ? 0 : (middle - half) / (n + (Z * Z)), hits == n ? 1 : (middle + half) / (n + (Z * Z)));
    }

    /// <summary>The interval around numerator / denominator; null when they are not known counts, or there is no sample.</summary>
    internal static Interval? Around(Value? numerator, Value? denominator) =>
        numerator is { HasValue: true, IsNumber: true } hits && denominator is { HasValue: true, IsNumber: true } n && n.ToDouble() > 0
            ? Wilson(hits.ToDouble(), n.ToDouble())
            : null;
}
