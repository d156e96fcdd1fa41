using System.Numerics;
using MetricsAsCode.Calculation;

namespace MetricsAsCode.Tests.Calculation;

public sealed class RowArithmeticTests
{
    [Fact]
    public void Comparisons_are_unknown_when_a_side_is_missing()
    {
        Tri.Less((long?)1, 2).ShouldBe(true);
        Tri.Less((double?)null, 2.5).ShouldBeNull();
        Tri.GreaterOrEqual((Int128?)3, 3).ShouldBe(true);
        Tri.Equal(true, (bool?)null).ShouldBeNull();
        Tri.NotEqual("a", null).ShouldBeNull();
    }

    [Theory]
    [InlineData("a", "b")]
    [InlineData("Z", "a")]
    [InlineData("a", "aa")]
    [InlineData("\uFFFD", "\U0001F600")] // By UTF-16 units the smiley would come first.
    [InlineData("\U0001F600", "\U0001F601")]
    public void Texts_compare_by_code_points(string first, string second)
    {
        Tri.Less(first, second).ShouldBe(true);
        Tri.Greater(first, second).ShouldBe(false);
        Math.Sign(Texts.Compare(first, second)).ShouldBe(Math.Sign(Encoding(first).SequenceCompareTo(Encoding(second))));
    }

    [Fact]
    public void Lower_folds_only_ascii() => Texts.Lower("ÀBC ÄxYZ@[").ShouldBe("Àbc Äxyz@[");

    [Theory]
    [InlineData(25, 1, 2)] // 2.5
    [InlineData(35, 1, 4)]
    [InlineData(-25, 1, -2)]
    [InlineData(251, 2, 3)]
    [InlineData(7, 0, 7)]
    public void Rounding_is_half_to_even(int value, int scale, int rounded) => Exactly.Round((Int128)value, scale).ShouldBe((Int128)rounded);

    [Fact]
    public void Floor_and_ceil_look_down_and_up()
    {
        Exactly.Floor(-15, 1).ShouldBe((Int128)(-2));
        Exactly.Ceil(-15, 1).ShouldBe((Int128)(-1));
        Exactly.Ceil(20, 1).ShouldBe((Int128)2);
    }

    [Fact]
    public void Money_times_a_real_number_rounds_half_to_even_at_four_more_digits()
    {
        Exactly.TimesReal(10050, 1.0 / 3).ShouldBe((Int128)33500000); // 100.50 / 3 = 33.500000
        Exactly.TimesReal(1, 0.00005).ShouldBe((Int128)1); // The double is a little above a half of the last digit.
        Exactly.TimesReal(1, 1.0 / 32768).ShouldBe((Int128)0);
        Exactly.TimesReal(null, 2).ShouldBeNull();
        Should.Throw<OverflowException>(() => Exactly.TimesReal(1, double.PositiveInfinity));
    }

    [Fact]
    public void Thirty_nine_digits_overflow()
    {
        var most = (Int128)(BigInteger.Pow(10, 38) - 1);
        Exactly.Add(most, -1).ShouldBe(most - 1);
        Should.Throw<OverflowException>(() => Exactly.Add(most, (Int128?)1));
        Should.Throw<OverflowException>(() => Exactly.Multiply(most, (Int128?)10));
        Should.Throw<OverflowException>(() => Exactly.Rescale((Int128?)12, 0, 37));
    }

    [Fact]
    public void Division_by_zero_is_missing_and_quotients_are_rounded_once()
    {
        Exactly.Divide(1, 0, 0, 0).ShouldBeNull();
        Exactly.Divide(1, 1, 3, 1).ShouldBe(1.0 / 3);
        Exactly.Divide(1, 1, 2, 0).ShouldBe(0.05);
        Real.Divide(1, 0).ShouldBeNull();
        Real.Divide(1, null).ShouldBeNull();
        Exactly.ToDouble(1, 1).ShouldBe(0.1);
    }

    private static ReadOnlySpan<byte> Encoding(string text) => System.Text.Encoding.UTF8.GetBytes(text);
}
