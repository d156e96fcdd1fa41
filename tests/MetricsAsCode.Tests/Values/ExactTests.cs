using System.Globalization;
using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using MetricsAsCode.Values;

namespace MetricsAsCode.Tests.Values;

public class ExactTests
{
    private const string Largest = "99999999999999999999999999999999999999";

    private static Exact E(string text) => Exact.TryParse(text, out var value) ? value : throw new FormatException(text);

    [Theory]
    [InlineData("0")]
    [InlineData("-0.05")]
    [InlineData("1265793.0395")]
    [InlineData("1.50")]
    [InlineData("0.00000000000000000000000000000000000001")]
    [InlineData(Largest)]
    [InlineData("-" + Largest)]
    public void What_is_read_is_written(string text) => E(text).ToString().ShouldBe(text);

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData(".5")]
    [InlineData("5.")]
    [InlineData("1.2.3")]
    [InlineData("1e5")]
    [InlineData("1,000")]
    [InlineData(" 1")]
    [InlineData("--1")]
    [InlineData("1" + Largest)]
    [InlineData("0.000000000000000000000000000000000000001")]
    public void What_is_no_number_of_38_digits_is_not_read(string text) => Exact.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void Equal_numbers_are_equal_whatever_their_scale()
    {
        E("1.5").ShouldBe(E("1.500"));
        E("1.5").GetHashCode().ShouldBe(E("1.500").GetHashCode());
        E("1.5").CompareTo(E("1.49")).ShouldBePositive();
        (E("-0.1") < E("0.05")).ShouldBeTrue();
        E(Largest).CompareTo(E("0.00000000000000000000000000000000000001")).ShouldBePositive();
    }

    [Fact]
    public void Sums_and_products_are_exact()
    {
        Exact.Add(E("0.1"), E("0.2")).ShouldBe(E("0.3"));
        Exact.Subtract(E("1"), E("0.05"))!.Value.ToString().ShouldBe("0.95");
        Exact.Multiply(E("18.60"), E("0.85"))!.Value.ToString().ShouldBe("15.8100");
        Exact.Multiply(E("12345678901234567890"), E("0.1234567890123456789")).ShouldBe(E("1524157875323883675.0190519987501905210"));
    }

    [Fact]
    public void More_than_38_digits_are_overflow()
    {
        Exact.Add(E(Largest), 1).ShouldBeNull();
        Exact.Add(E(Largest), E(Largest)).ShouldBeNull();
        Exact.Subtract(E("-" + Largest), E(Largest)).ShouldBeNull();
        Exact.Multiply(E("10000000000000000000"), E("10000000000000000000")).ShouldBeNull();
        Exact.Multiply(E("9999999999999999999"), E("9999999999999999999")).ShouldBe(E("99999999999999999980000000000000000001"));
        Exact.Add(E(Largest), E("0.5")).ShouldBeNull();
        Should.Throw<ArgumentOutOfRangeException>(() => new Exact((Int128)BigInteger.Pow(10, 38)));
        Should.Throw<ArgumentOutOfRangeException>(() => new Exact(1, 39));
    }

    [Fact]
    public void Trailing_zeros_give_way_before_digits_do()
    {
        Exact.Add(E(Largest), E("0.00")).ShouldBe(E(Largest));
        Exact.Multiply(E("0.00000000000000000000000000000000000010"), E("0.1"))!.Value.ToString().ShouldBe("0.00000000000000000000000000000000000001");
        Exact.Multiply(E("0.00000000000000000000000000000000000001"), E("0.1")).ShouldBeNull();
    }

    [Theory]
    [InlineData("2.5", 0, "2")]
    [InlineData("3.5", 0, "4")]
    [InlineData("-2.5", 0, "-2")]
    [InlineData("2.50001", 0, "3")]
    [InlineData("0.125", 2, "0.12")]
    [InlineData("0.135", 2, "0.14")]
    [InlineData("1.5", 3, "1.500")]
    public void Rounding_takes_halves_to_the_even_digit(string value, int scale, string rounded) => E(value).RoundTo(scale)!.Value.ToString().ShouldBe(rounded);

    [Fact]
    public void Writing_digits_that_do_not_fit_is_overflow() => E(Largest).RoundTo(1).ShouldBeNull();

    [Fact]
    public void A_product_with_a_double_is_rounded_once_from_what_the_double_holds()
    {
        Exact.Multiply(E("10.00"), 0.1, 6)!.Value.ToString().ShouldBe("1.000000");
        Exact.Multiply(E("1.00"), 0.5, 0)!.Value.ToString().ShouldBe("0");
        Exact.Multiply(E("3.00"), 0.5, 0)!.Value.ToString().ShouldBe("2");
        Exact.Multiply(E("100.25"), -2.0, 2)!.Value.ToString().ShouldBe("-200.50");
        Exact.Multiply(E("1"), 1e300, 2).ShouldBeNull();
        Exact.Multiply(E("1"), double.NaN, 2).ShouldBeNull();
        Exact.FromDouble(0.1, 20)!.Value.ToString().ShouldBe("0.10000000000000000555");
    }

    [Fact]
    public void The_nearest_double_is_the_one_that_the_text_reads_as()
    {
        var numbers =
            from high in Gen.Choose(int.MinValue, int.MaxValue)
            from middle in Gen.Choose(0, int.MaxValue)
            from low in Gen.Choose(0, int.MaxValue)
            from scale in Gen.Choose(0, 38)
            from isLong in Gen.Elements(true, false)
            select new Exact(isLong ? ((((Int128)high << 31) + middle) << 31) + low : high, scale);
        Prop.ForAll(numbers.ToArbitrary(), n => n.ToDouble() == double.Parse(n.ToString(), CultureInfo.InvariantCulture)).QuickCheckThrowOnFailure();
        E(Largest).ToDouble().ShouldBe(1e38);
        E("0.1").ToDouble().ShouldBe(0.1);
    }

    [Fact]
    public void Division_gives_the_nearest_double()
    {
        Exact.Divide(E("1"), E("3")).ShouldBe(1.0 / 3);
        Exact.Divide(E("793"), E("830")).ShouldBe(793.0 / 830);
        Exact.Divide(E("1265793.0395"), E("830.0")).ShouldBe(1525.0518548192772);
        Exact.Divide(E("1"), E("0.00")).ShouldBeNull();
        // 2^53 + 1 is a tie between two doubles; one part in 10^19 more is not.
        Exact.Divide(E("9007199254740993"), E("1")).ShouldBe(9007199254740992.0);
        Exact.Divide(E("9007199254740993.0000000000000000001"), E("1")).ShouldBe(9007199254740994.0);
    }

    [Fact]
    public void Decimals_of_the_platform_come_over_as_they_are()
    {
        Exact value = -12.50m;
        value.ToString().ShouldBe("-12.50");
        ((Exact)decimal.MaxValue).ToString().ShouldBe("79228162514264337593543950335");
    }
}
