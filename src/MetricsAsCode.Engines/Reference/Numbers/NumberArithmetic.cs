using System.Numerics;
using MetricsAsCode.Values;

namespace MetricsAsCode.Engines.Reference.Numbers;

// 1. Exact with exact stays exact for + - and ×; the scale of a sum is the larger one, that of a product both together.
// 2. Exact with double is converted to double first.
// 3. Except: money × double is rounded half to even, to the money's scale + 4.
// 4. Division is real: the correctly rounded quotient of the operands as they are.

/// <summary>The four operations and what functions of numbers need.</summary>
internal static class NumberArithmetic
{
    private const int MoneyTimesNumberDigits = 4;

    public static ReferenceNumber Add(ReferenceNumber left, ReferenceNumber right) =>
        left is ExactNumber a && right is ExactNumber b
            ? Add(a, b, Math.Max(a.Scale, b.Scale))
            : ReferenceNumber.Real(left.ToDouble() + right.ToDouble());

    public static ReferenceNumber Subtract(ReferenceNumber left, ReferenceNumber right) => Add(left, Negate(right));

    public static ReferenceNumber Multiply(ReferenceNumber left, ReferenceNumber right) =>
        left is ExactNumber a && right is ExactNumber b
            ? ExactNumber.Of(a.Unscaled * b.Unscaled, a.Scale + b.Scale)
            : ReferenceNumber.Real(left.ToDouble() * right.ToDouble());

    /// <summary>Money times anything: "money × number rounds half-even at the column's scale + 4".</summary>
    public static ReferenceNumber MultiplyMoney(ReferenceNumber money, ReferenceNumber factor)
    {
        if (money is not ExactNumber amount || factor is not RealNumber)
            return Multiply(money, factor);
        int scale = amount.Scale + MoneyTimesNumberDigits;
        var product = amount.ToRational() * factor.ToRational() * BigInteger.Pow(10, scale);
        return ExactNumber.Of(product.RoundHalfEven(), scale);
    }

    /// <exception cref="NoValueException">The divisor is zero, or the quotient beyond the range of doubles.</exception>
    public static ReferenceNumber Divide(ReferenceNumber left, ReferenceNumber right) =>
        right.IsZero ? throw new NoValueException(Reason.DivisionByZero) : ReferenceNumber.Real((left.ToRational() / right.ToRational()).ToDouble());

    public static ReferenceNumber Negate(ReferenceNumber operand) =>
        operand is ExactNumber exact ? ExactNumber.Of(-exact.Unscaled, exact.Scale) : ReferenceNumber.Real(-operand.ToDouble());

    public static ReferenceNumber Abs(ReferenceNumber operand) => operand.ToRational().Numerator.Sign < 0 ? Negate(operand) : operand;

    public static ReferenceNumber Round(ReferenceNumber operand) => Integer(operand, operand.ToRational().RoundHalfEven());

    public static ReferenceNumber Floor(ReferenceNumber operand) => Integer(operand, operand.ToRational().Floor());

    public static ReferenceNumber Ceil(ReferenceNumber operand) => Negate(Floor(Negate(operand)));

    /// <summary>Two exact numbers compare exactly; beside a double, as doubles.</summary>
    public static int Compare(ReferenceNumber left, ReferenceNumber right) =>
        left is ExactNumber a && right is ExactNumber b && Math.Max(a.Scale, b.Scale) is var scale
            ? a.UnscaledAt(scale).CompareTo(b.UnscaledAt(scale))
            : left.ToDouble().CompareTo(right.ToDouble());

    private static ExactNumber Add(ExactNumber left, ExactNumber right, int scale) =>
        ExactNumber.Of(left.UnscaledAt(scale) + right.UnscaledAt(scale), scale);

    private static ReferenceNumber Integer(ReferenceNumber original, BigInteger integer) =>
        original is ExactNumber ? ReferenceNumber.Integer(integer) : ReferenceNumber.Real((double)integer);
}
