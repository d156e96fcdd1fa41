using System.Numerics;
using System.Runtime.CompilerServices;

namespace MetricsAsCode.Calculation;

/// <summary>
/// Exact arithmetic of row values: integers scaled by a power of ten that the types say; null is missing.
/// A result of more than 38 digits throws <see cref="OverflowException"/>, and the aggregate that reads it has no value.
/// </summary>
public static class Exactly
{
    /// <summary>The largest magnitude, 38 nines.</summary>
    internal static readonly Int128 Largest = PowerOfTen(38) - 1;

    /// <summary>The same number with more digits behind the point.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Int128? Rescale(Int128? value, int from, int to) => from == to ? value : value is { } v ? Times(v, PowerOfTen(to - from)) : null;

    /// <summary>Sum of two numbers of one scale.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Int128? Add(Int128? a, Int128? b) => a is { } x && b is { } y ? Check(checked(x + y)) : null;

    /// <summary>Difference of two numbers of one scale.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Int128? Subtract(Int128? a, Int128? b) => a is { } x && b is { } y ? Check(checked(x - y)) : null;

    /// <summary>Product; its scale is the sum of both scales.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Int128? Multiply(Int128? a, Int128? b) => a is { } x && b is { } y ? Times(x, y) : null;

    /// <summary>The same number with more digits behind the point.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Int128 Rescale(Int128 value, int from, int to) => from == to ? value : Times(value, PowerOfTen(to - from));

    /// <summary>Sum of two numbers of one scale.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Int128 Add(Int128 a, Int128 b) => Check(checked(a + b));

    /// <summary>Difference of two numbers of one scale.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Int128 Subtract(Int128 a, Int128 b) => Check(checked(a - b));

    /// <summary>Product; its scale is the sum of both scales.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Int128 Multiply(Int128 a, Int128 b) => Times(a, b);

    /// <summary>Real quotient of two exact numbers, rounded once; missing when the divisor is zero.</summary>
    public static double? Divide(Int128? dividend, int dividendScale, Int128? divisor, int divisorScale)
    {
        if (dividend is not { } x || divisor is not { } y || y == 0)
            return null;
        return Quotient((BigInteger)x * BigInteger.Pow(10, divisorScale), (BigInteger)y * BigInteger.Pow(10, dividendScale));
    }

    /// <summary>The nearest double.</summary>
    public static double? ToDouble(Int128? value, int scale) => value is { } v ? ToDouble(v, scale) : null;

    /// <summary>Money times a real number, rounded half to even at four digits more than the money's scale.</summary>
    public static Int128? TimesReal(Int128? money, double? factor)
    {
        if (money is not { } m || factor is not { } f)
            return null;
        if (!double.IsFinite(f))
            throw new OverflowException($"{m} times {f} is not finite.");
        var bits = BitConverter.DoubleToInt64Bits(f);
        var exponent = (int)(bits >> 52 & 0x7FF);
        BigInteger mantissa = (bits & 0xF_FFFF_FFFF_FFFF) | (exponent == 0 ? 0 : 1L << 52);
        var shift = Math.Max(exponent, 1) - 1075;
        var product = (BigInteger)m * 10_000 * (bits < 0 ? -mantissa : mantissa);
        return Checked(shift >= 0 ? product << shift : HalfEven(product, BigInteger.One << -shift));
    }

    /// <summary>To an integer (scale 0), half to even.</summary>
    public static Int128? Round(Int128? value, int scale)
    {
        if (value is not { } v || scale == 0)
            return value;
        var unit = PowerOfTen(scale);
        var whole = FloorOf(v, unit);
        var (below, above) = (v - whole * unit, (whole + 1) * unit - v);
        return below > above || (below == above && Int128.IsOddInteger(whole)) ? whole + 1 : whole;
    }

    /// <summary>To an integer (scale 0), towards minus infinity.</summary>
    public static Int128? Floor(Int128? value, int scale) => value is { } v ? FloorOf(v, PowerOfTen(scale)) : null;

    /// <summary>To an integer (scale 0), towards plus infinity.</summary>
    public static Int128? Ceil(Int128? value, int scale) => value is { } v ? -FloorOf(-v, PowerOfTen(scale)) : null;

    /// <summary>Without its sign.</summary>
    public static Int128? Abs(Int128? value) => value is { } v ? Int128.Abs(v) : null;

    /// <summary>The smaller one of two numbers of one scale.</summary>
    public static Int128? Min(Int128? a, Int128? b) => a is { } x && b is { } y ? Int128.Min(x, y) : null;

    /// <summary>The larger one of two numbers of one scale.</summary>
    public static Int128? Max(Int128? a, Int128? b) => a is { } x && b is { } y ? Int128.Max(x, y) : null;

    internal static Int128 PowerOfTen(int exponent)
    {
        if (exponent is < 0 or > 38)
            throw new OverflowException($"A scale changes by {exponent} digits; 0 to 38 can be.");
        Int128 power = 1;
        for (var i = 0; i < exponent; i++)
            power *= 10;
        return power;
    }

    internal static double ToDouble(Int128 value, int scale)
    {
        // Both parts of the quotient are exact doubles: one rounding.
        if (scale <= 22 && Int128.Abs(value) <= 1L << 53)
            return (double)(long)value / DoublePower(scale);
        return Quotient(value, BigInteger.Pow(10, scale));
    }

    /// <summary>The nearest double to a quotient of integers, half to even.</summary>
    internal static double Quotient(BigInteger dividend, BigInteger divisor)
    {
        if (dividend.IsZero)
            return 0;
        var negative = dividend.Sign != divisor.Sign;
        (dividend, divisor) = (BigInteger.Abs(dividend), BigInteger.Abs(divisor));
        // 62 or 63 bits of quotient, the last of them sticky: the conversion to double then rounds as the exact quotient would.
        var shift = 62 - (int)(dividend.GetBitLength() - divisor.GetBitLength());
        var whole = BigInteger.DivRem(shift > 0 ? dividend << shift : dividend, shift < 0 ? divisor << -shift : divisor, out var rest);
        if (!rest.IsZero)
            whole |= BigInteger.One;
        var result = Math.ScaleB((double)(ulong)whole, -shift);
        return negative ? -result : result;
    }

    internal static Int128 Checked(BigInteger value) =>
        BigInteger.Abs(value) <= (BigInteger)Largest ? (Int128)value : throw new OverflowException($"{value} has more than 38 digits.");

    internal static BigInteger HalfEven(BigInteger dividend, BigInteger divisor)
    {
        var whole = BigInteger.DivRem(BigInteger.Abs(dividend), divisor, out var rest);
        var order = (rest * 2).CompareTo(divisor);
        if (order > 0 || (order == 0 && !whole.IsEven))
            whole += 1;
        return dividend.Sign < 0 ? -whole : whole;
    }

    private static double DoublePower(int scale)
    {
        double power = 1;
        for (var i = 0; i < scale; i++)
            power *= 10;
        return power;
    }

    private static Int128 Times(Int128 a, Int128 b) => Check(checked(a * b));

    private static Int128 Check(Int128 value) =>
        value <= Largest && value >= -Largest ? value : throw new OverflowException($"{value} has more than 38 digits.");

    private static Int128 FloorOf(Int128 value, Int128 unit)
    {
        var whole = value / unit;
        return value % unit < 0 ? whole - 1 : whole;
    }
}
