using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using MetricsAsCode.Values;

namespace MetricsAsCode.Tests.Values;

public class ExactSumTests
{
    private static double? Sum(IEnumerable<double> terms)
    {
        var sum = new ExactSum();
        sum.Add(terms.ToArray());
        return sum.Total;
    }

    // All doubles are multiples of 2^-1074: as integers of that unit they add without any rounding.
    private static BigInteger Units(double value)
    {
        var bits = BitConverter.DoubleToInt64Bits(value);
        var exponent = (int)((bits >> 52) & 0x7FF);
        var fraction = bits & ((1L << 52) - 1);
        var units = exponent == 0 ? (BigInteger)fraction : (BigInteger)(fraction | (1L << 52)) << (exponent - 1);
        return bits < 0 ? -units : units;
    }

    [Theory]
    [InlineData(new[] { 0.1, 0.2, 0.3 }, 0.6)]
    [InlineData(new[] { 1e100, 1.0, -1e100 }, 1.0)]
    [InlineData(new[] { 1e308, 1e308, -1e308 }, 1e308)]
    [InlineData(new[] { 5e-324, 5e-324 }, 1e-323)]
    [InlineData(new[] { 1e308, 5e-324, -1e308 }, 5e-324)]
    [InlineData(new[] { 9007199254740992.0, 1.0 }, 9007199254740992.0)]
    [InlineData(new[] { 9007199254740992.0, 1.0, 1e-300 }, 9007199254740994.0)]
    [InlineData(new double[0], 0.0)]
    public void The_sum_is_exact_and_rounded_once(double[] terms, double total)
    {
        Sum(terms).ShouldBe(total);
        Sum(terms.Reverse()).ShouldBe(total);
    }

    [Fact]
    public void A_sum_beyond_doubles_has_no_value() => Sum([double.MaxValue, double.MaxValue]).ShouldBeNull();

    [Fact]
    public void What_is_not_finite_cannot_be_added()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => Sum([double.NaN]));
        Should.Throw<ArgumentOutOfRangeException>(() => Sum([double.PositiveInfinity]));
    }

    [Fact]
    public void Any_terms_in_any_order_and_parts_give_the_double_nearest_to_the_integer_sum()
    {
        var bits =
            from high in Gen.Choose(int.MinValue, int.MaxValue)
            from low in Gen.Choose(int.MinValue, int.MaxValue)
            select ((long)high << 32) | (uint)low;
        var terms = bits.Select(BitConverter.Int64BitsToDouble).Where(double.IsFinite).ArrayOf();
        Prop.ForAll(terms.ToArbitrary(), all =>
        {
            var parts = new[] { new ExactSum(), new ExactSum(), new ExactSum() };
            for (var i = all.Length - 1; i >= 0; i--)
                parts[i % 3].Add(all[i]);
            parts[1].Add(parts[2]);
            parts[0].Add(parts[1]);
            return Sum(all) == parts[0].Total && IsNearest(Sum(all), all.Aggregate(BigInteger.Zero, (sum, term) => sum + Units(term)));
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Terms_of_like_size_too()
    {
        var terms = Gen.Choose(-1_000_000, 1_000_000).Select(n => n / 100.0).ArrayOf();
        Prop.ForAll(terms.ToArbitrary(), all => IsNearest(Sum(all), all.Aggregate(BigInteger.Zero, (sum, term) => sum + Units(term)))).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void The_mean_is_rounded_once()
    {
        var sum = new ExactSum();
        sum.Add([0.1, 0.2, 0.3]);
        sum.Mean(3).ShouldBe(0.2);
        var large = new ExactSum();
        large.Add([double.MaxValue, double.MaxValue]);
        large.Mean(2).ShouldBe(double.MaxValue);
    }

    // Nearest: no neighbouring double is nearer, and of two equally near ones it is the even one.
    private static bool IsNearest(double? total, BigInteger exact)
    {
        if (total is not { } value)
            return BigInteger.Abs(exact) >= Units(double.MaxValue) + (Units(double.MaxValue) - Units(Math.BitDecrement(double.MaxValue))) / 2;
        var off = BigInteger.Abs(Units(value) - exact);
        foreach (var neighbour in new[] { Math.BitDecrement(value), Math.BitIncrement(value) }.Where(double.IsFinite))
        {
            var order = off.CompareTo(BigInteger.Abs(Units(neighbour) - exact));
            if (order > 0 || (order == 0 && (BitConverter.DoubleToInt64Bits(value) & 1) != 0))
                return false;
        }

        return true;
    }
}
