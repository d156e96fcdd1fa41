using System.Numerics;
using MetricsAsCode.Engines.Reference;
using MetricsAsCode.Engines.Reference.Numbers;
using MetricsAsCode.Values;

namespace MetricsAsCode.Tests.Reference;

public class NumberArithmeticTests
{
    private static ExactNumber Exact(decimal value) => ReferenceNumber.Constant(value);

    [Fact]
    public void A_constant_has_no_zeros_at_its_end() => Exact(0.50m).Scale.ShouldBe(1);

    [Fact]
    public void Equal_numbers_are_equal_at_any_scale()
    {
        ExactNumber.Of(150, 2).ShouldBe(ExactNumber.Of(15, 1));
        ExactNumber.Of(150, 2).GetHashCode().ShouldBe(ExactNumber.Of(15, 1).GetHashCode());
    }

    [Fact]
    public void A_product_has_both_scales()
    {
        var product = NumberArithmetic.Multiply(ExactNumber.Of(1050, 2), ExactNumber.Of(25, 2)).ShouldBeOfType<ExactNumber>();
        (product.Unscaled, product.Scale).ShouldBe((26250, 4));
    }

    [Fact]
    public void Money_times_a_double_is_rounded_half_to_even_four_digits_further()
    {
        var amount = ExactNumber.Of(1, 2);
        // The double nearest to 0.00125 lies a little above it, so it is not halfway.
        NumberArithmetic.MultiplyMoney(amount, ReferenceNumber.Real(0.00125)).ShouldBe(ExactNumber.Of(13, 6));
        NumberArithmetic.MultiplyMoney(amount, ReferenceNumber.Real(1.0 / 3)).ShouldBe(ExactNumber.Of(3333, 6));
        // 0.03125 is a double as it is: 0.01 × 0.03125 = 0.0003125, halfway.
        NumberArithmetic.MultiplyMoney(amount, ReferenceNumber.Real(0.03125)).ShouldBe(ExactNumber.Of(312, 6));
    }

    [Fact]
    public void Thirty_eight_digits_fit_and_thirty_nine_do_not()
    {
        var largest = BigInteger.Pow(10, 38) - 1;
        ExactNumber.Of(largest, 0).Unscaled.ShouldBe(largest);
        Should.Throw<NoValueException>(() => NumberArithmetic.Add(ExactNumber.Of(largest, 0), Exact(1))).Reason.ShouldBe(Reason.Overflow);
    }

    [Fact]
    public void Zeros_at_the_end_do_not_make_a_number_too_long() => ExactNumber.Of(BigInteger.Pow(10, 40), 3).ShouldBe(ExactNumber.Of(BigInteger.Pow(10, 37), 0));

    [Fact]
    public void A_quotient_is_that_of_the_exact_operands() =>
        NumberArithmetic.Divide(ExactNumber.Of(BigInteger.Pow(10, 37) + 1, 0), ExactNumber.Of(BigInteger.Pow(10, 37), 0)).ToDouble().ShouldBe(1.0);

    [Fact]
    public void An_infinite_double_is_an_overflow() =>
        Should.Throw<NoValueException>(() => NumberArithmetic.Multiply(ReferenceNumber.Real(1e200), ReferenceNumber.Real(1e200))).Reason.ShouldBe(Reason.Overflow);

    [Fact]
    public void Exact_numbers_compare_exactly_and_beside_a_double_as_doubles()
    {
        var above = ExactNumber.Of(BigInteger.Pow(2, 53) + 1, 0);
        NumberArithmetic.Compare(above, ExactNumber.Of(BigInteger.Pow(2, 53), 0)).ShouldBe(1);
        NumberArithmetic.Compare(above, ReferenceNumber.Real(Math.Pow(2, 53))).ShouldBe(0);
    }
}
