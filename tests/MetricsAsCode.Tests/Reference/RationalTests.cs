using System.Numerics;
using MetricsAsCode.Engines.Reference.Numbers;

namespace MetricsAsCode.Tests.Reference;

public class RationalTests
{
    [Fact]
    public void A_third_is_the_nearest_double() => new Rational(1, 3).ToDouble().ShouldBe(1.0 / 3);

    [Fact]
    public void Halfway_between_two_doubles_goes_to_the_even_one()
    {
        var ulp = BigInteger.One << 53;
        new Rational(ulp + 1, 1).ToDouble().ShouldBe(9007199254740992.0);
        new Rational(ulp + 3, 1).ToDouble().ShouldBe(9007199254740996.0);
        new Rational((ulp + 1) * 1000 + 1, 1000).ToDouble().ShouldBe(9007199254740994.0);
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(-2.5)]
    [InlineData(double.MaxValue)]
    [InlineData(double.Epsilon)]
    [InlineData(2.2250738585072011e-308)]
    [InlineData(0.0)]
    public void A_double_survives_being_a_fraction(double value) => Rational.Of(value).ToDouble().ShouldBe(value);

    [Fact]
    public void What_is_beyond_the_doubles_is_infinite() => (Rational.Of(double.MaxValue) * 2).ToDouble().ShouldBe(double.PositiveInfinity);

    [Fact]
    public void Half_of_the_smallest_double_is_zero() => (Rational.Of(double.Epsilon) / 2).ToDouble().ShouldBe(0);

    [Theory]
    [InlineData(5, 2, 2)]
    [InlineData(7, 2, 4)]
    [InlineData(-5, 2, -2)]
    [InlineData(-7, 2, -4)]
    [InlineData(-9, 4, -2)]
    [InlineData(11, 4, 3)]
    public void Rounding_goes_half_to_even(int numerator, int denominator, int rounded) =>
        new Rational(numerator, denominator).RoundHalfEven().ShouldBe(rounded);

    [Fact]
    public void Floor_goes_down_below_zero_too() => new Rational(-5, 2).Floor().ShouldBe(-3);

    [Theory]
    [InlineData(2.0)]
    [InlineData(1e-300)]
    [InlineData(1e300)]
    [InlineData(144.0)]
    public void The_square_root_is_that_of_doubles(double value) => Rational.Of(value).SquareRoot().ShouldBe(Math.Sqrt(value));
}
