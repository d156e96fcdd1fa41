using System.Numerics;
using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Engines.Reference.Numbers;
using MetricsAsCode.Values;

namespace MetricsAsCode.Engines.Reference.Measures;

// 1. "Count, distinct, sum of nothing are 0; every other aggregate of nothing has no value."
// 2. "Sum, min, max of exact types are exact; avg, median, percentile, sample stddev are binary doubles computed from exact parts":
//    doubles are fractions too, so a sum of doubles is exact until it is rounded once.

/// <summary>One value of many known values, whichever order they come in.</summary>
internal static class Aggregation
{
    /// <exception cref="NoValueException">There are too few values, or the result overflows.</exception>
    public static Scalar Of(AggregateKind kind, IReadOnlyList<Scalar> values, decimal? parameter, ReferenceNumber zero) => kind switch
    {
        AggregateKind.Count => Scalar.Of(values.Count),
        AggregateKind.Distinct => Scalar.Of(CountDistinct(values)),
        AggregateKind.Sum => Scalar.Of(Sum(values, zero)),
        _ when values.Count == 0 => throw new NoValueException(Reason.NoRows),
        AggregateKind.Avg => Scalar.Of(Average(values, zero)),
        AggregateKind.Min => values.Min(ScalarOrder.Instance)!,
        AggregateKind.Max => values.Max(ScalarOrder.Instance)!,
        AggregateKind.Median => Scalar.Of(Percentiles.Median(Sorted(values))),
        AggregateKind.Percentile => Scalar.Of(Percentiles.Interpolated(Sorted(values), P(parameter))),
        AggregateKind.PercentileDisc => Scalar.Of(Percentiles.Discrete(Sorted(values), P(parameter))),
        AggregateKind.StdDev => Scalar.Of(SampleDeviation(values)),
        _ => throw new InvalidOperationException($"Unexpected aggregate {kind}."),
    };

    /// <summary>How many different values. Exact numbers beside doubles are doubles, as in a comparison.</summary>
    public static int CountDistinct(IReadOnlyList<Scalar> values) => values.Any(v => v is NumberScalar { Number: RealNumber })
        ? values.Select(v => Number(v).ToDouble()).Distinct().Count()
        : values.Distinct().Count();

    /// <summary>The sum and the count, which are the parts of an average.</summary>
    public static (Found Sum, Found Count) AverageParts(IReadOnlyList<Scalar> values, ReferenceNumber zero) =>
        (Found.Try(() => Scalar.Of(Sum(values, zero))), Found.Of(values.Count));

    private static ReferenceNumber Sum(IReadOnlyList<Scalar> values, ReferenceNumber zero)
    {
        var numbers = values.Select(Number).Prepend(zero).ToList();
        if (numbers.TrueForAll(n => n is ExactNumber))
        {
            int scale = numbers.Max(n => ((ExactNumber)n).Scale);
            return ExactNumber.Of(numbers.Aggregate(BigInteger.Zero, (sum, n) => sum + ((ExactNumber)n).UnscaledAt(scale)), scale);
        }

        return ReferenceNumber.Real(Total(numbers).ToDouble());
    }

    private static ReferenceNumber Average(IReadOnlyList<Scalar> values, ReferenceNumber zero)
    {
        // A sum that overflows has no average either.
        _ = Sum(values, zero);
        return ReferenceNumber.Real((Total(values.Select(Number)) / values.Count).ToDouble());
    }

    // "Sample standard deviation, n - 1." Like any other step, the sum of the squares has no value where it is beyond binary doubles.
    private static ReferenceNumber SampleDeviation(IReadOnlyList<Scalar> values)
    {
        if (values.Count < 2)
            throw new NoValueException(Reason.TooFewRows);
        var mean = Total(values.Select(Number)) / values.Count;
        var squares = values.Select(v => Number(v).ToRational() - mean).Aggregate((Rational)0, (sum, d) => sum + (d * d));
        _ = ReferenceNumber.Real(squares.ToDouble());
        return ReferenceNumber.Real((squares / (values.Count - 1)).SquareRoot());
    }

    private static Rational Total(IEnumerable<ReferenceNumber> numbers) => numbers.Aggregate((Rational)0, (sum, n) => sum + n.ToRational());

    private static List<ReferenceNumber> Sorted(IReadOnlyList<Scalar> values) => [.. values.Order(ScalarOrder.Instance).Select(Number)];

    private static ReferenceNumber Number(Scalar value) =>
        value is NumberScalar number ? number.Number : throw new InvalidOperationException($"{value} is no number.");

    private static Rational P(decimal? parameter) =>
        ReferenceNumber.Constant(parameter ?? throw new InvalidOperationException("A percentile names its p.")).ToRational();
}
