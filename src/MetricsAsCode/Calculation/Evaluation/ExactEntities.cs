using System.Numerics;
using MetricsAsCode.Calculation.States;
using MetricsAsCode.Kernels;
using MetricsAsCode.Values;

namespace MetricsAsCode.Calculation.Evaluation;

/// <summary>Aggregates over entities that have an exact number each: the same as over their cells, without making millions of these.</summary>
internal static class ExactEntities
{
    /// <summary>The aggregate over the entities that exist; null when it is made from cells.</summary>
    public static PerResult? Aggregate(AggregateKind kind, double parameter, ExactNumbers numbers, bool[] exists)
    {
        var known = Known(numbers.Values, exists);
        var cell = kind switch
        {
            AggregateKind.Count => Cell.Of(known.Length),
            AggregateKind.Sum => Sum(known, numbers),
            AggregateKind.Avg => known.Length == 0 ? Cell.None(Reason.NoRows) : Mean(known, numbers),
            AggregateKind.Min or AggregateKind.Max when known.Length == 0 => Cell.None(Reason.NoRows),
            AggregateKind.Min => Cell.Of(new Exact(ExtentKernel.Of<long>(known).Low, numbers.Scale), numbers.IsMoney),
            AggregateKind.Max => Cell.Of(new Exact(ExtentKernel.Of<long>(known).High, numbers.Scale), numbers.IsMoney),
            AggregateKind.Median or AggregateKind.Percentile or AggregateKind.PercentileDisc =>
                RankReading.Of(kind, parameter, new RankedValues<long, NaturalOrder<long>>((IReadOnlyList<ArraySegment<long>>)[known]), value => Cell.Of(new Exact(value, numbers.Scale), numbers.IsMoney)),
            _ => null,
        };
        if (cell is not { } value)
            return null;
        var result = new PerResult([value], [known.Length], [0]);
        return kind == AggregateKind.Avg ? result with { Numerator = [Sum(known, numbers)], Denominator = [Cell.Of(known.Length)] } : result;
    }

    /// <summary>How many of the entities that exist have a number that stands in a relation to another, and how many there are; null when the relation is decided from cells.</summary>
    public static (long Hits, long All)? Count(Comparison comparison, ExactNumbers numbers, Exact with, bool[] exists)
    {
        if (LevelOf(with, numbers.Scale) is not { } level)
            return null;
        var (hits, all) = (0L, 0L);
        for (var code = 0; code < exists.Length; code++)
        {
            if (!exists[code])
                continue;
            all++;
            hits += Holds(comparison, numbers.Values[code], level) ? 1 : 0;
        }

        return (hits, all);
    }

    private static bool Holds(Comparison comparison, long left, long right) => comparison switch
    {
        Comparison.Equal => left == right,
        Comparison.NotEqual => left != right,
        Comparison.Less => left < right,
        Comparison.LessOrEqual => left <= right,
        Comparison.Greater => left > right,
        Comparison.GreaterOrEqual => left >= right,
        _ => throw new InvalidOperationException($"Unexpected comparison {comparison}."),
    };

    // The number at the scale of the others; null when it lies between two of them or beyond 64 bits.
    private static long? LevelOf(Exact level, int scale)
    {
        if (level.Scale > scale)
            return null;
        var scaled = (BigInteger)level.Mantissa * BigInteger.Pow(10, scale - level.Scale);
        return scaled >= long.MinValue && scaled <= long.MaxValue ? (long)scaled : null;
    }

    private static long[] Known(long[] values, bool[] exists)
    {
        var known = new long[values.Length + 1];
        var next = 0;
        for (var code = 0; code < exists.Length; code++)
        {
            known[next] = values[code];
            next += exists[code] ? 1 : 0;
        }

        return known[..next];
    }

    private static Cell Sum(ReadOnlySpan<long> known, ExactNumbers numbers) => Cell.Of(Exact.Fit((BigInteger)Total(known), numbers.Scale), numbers.IsMoney);

    private static Cell Mean(ReadOnlySpan<long> known, ExactNumbers numbers)
    {
        BigInteger total = Total(known);
        return Exact.Fit(total, numbers.Scale) is null ? Cell.None(Reason.Overflow) : Cell.Of(RoundedDouble.Ratio(total, known.Length * BigInteger.Pow(10, numbers.Scale)));
    }

    private static Int128 Total(ReadOnlySpan<long> known)
    {
        Int128 total = 0;
        foreach (var value in known)
            total += value;
        return total;
    }
}
