using MetricsAsCode.Engines.Reference.Numbers;

namespace MetricsAsCode.Engines.Reference.Measures;

/// <summary>Places in a sorted list of numbers, which has at least one.</summary>
internal static class Percentiles
{
    /// <summary>The percentile at one half; of doubles, the mean of the two in the middle with one rounding.</summary>
    public static ReferenceNumber Median(IReadOnlyList<ReferenceNumber> sorted)
    {
        if (sorted.Count % 2 == 0 && sorted.All(n => n is RealNumber))
        {
            var middle = sorted[(sorted.Count / 2) - 1].ToRational() + sorted[sorted.Count / 2].ToRational();
            return ReferenceNumber.Real((middle / 2).ToDouble());
        }

        return Interpolated(sorted, new Rational(1, 2));
    }

    /// <summary>"`percentile` and `median` interpolate linearly at (n-1)p (R type 7)": doubles first, then lo + (hi - lo) × f.</summary>
    public static ReferenceNumber Interpolated(IReadOnlyList<ReferenceNumber> sorted, Rational p)
    {
        var place = p * (sorted.Count - 1);
        int below = (int)place.Floor();
        double fraction = (place - below).ToDouble();
        double low = sorted[below].ToDouble();
        if (fraction == 0)
            return ReferenceNumber.Real(low);
        double high = sorted[below + 1].ToDouble();
        return ReferenceNumber.Real(low + ((high - low) * fraction));
    }

    /// <summary>"`percentile_disc` is the smallest value whose cumulative share reaches p": k / n >= p.</summary>
    public static ReferenceNumber Discrete(IReadOnlyList<ReferenceNumber> sorted, Rational p)
    {
        int k = 1;
        while (k < sorted.Count && new Rational(k, sorted.Count).CompareTo(p) < 0)
            k++;
        return sorted[k - 1];
    }
}
