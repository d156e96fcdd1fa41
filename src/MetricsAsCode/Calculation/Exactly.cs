using System.Runtime.CompilerServices;
using MetricsAsCode.Values;

namespace MetricsAsCode.Calculation;

/// <summary>
/// Exact arithmetic of row values: integers scaled by a power of ten that the types say; null is missing.
/// A result of more than 38 digits throws <see cref="OverflowException"/>, and the aggregate that reads it has no value.
/// </summary>
public static class Exactly
{
    private const int MoneyDigits = 4;

    /// <summary>The same number with more digits behind the point.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Int128? Rescale(Int128? value, int from, int to) => from == to ? value : value is { } v ? Times(v, PowersOfTen.Of(to - from)) : null;

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
    public static Int128 Rescale(Int128 value, int from, int to) => from == to ? value : Times(value, PowersOfTen.Of(to - from));

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
    public static double? Divide(Int128? dividend, int dividendScale, Int128? divisor, int divisorScale) =>
        dividend is not { } x || divisor is not { } y || y == 0 ? null : Exact.Divide(new Exact(x, dividendScale), new Exact(y, divisorScale));

    /// <summary>The nearest double.</summary>
    public static double? ToDouble(Int128? value, int scale) => value is { } v ? new Exact(v, scale).ToDouble() : null;

    /// <summary>Money times a real number, rounded half to even at four digits more than the money's scale.</summary>
    public static Int128? TimesReal(Int128? money, double? factor)
    {
        if (money is not { } m || factor is not { } f)
            return null;
        return Exact.Multiply(new Exact(m), f, MoneyDigits)?.Mantissa ?? throw new OverflowException($"{m} times {f} has more than 38 digits.");
    }

    /// <summary>To an integer (scale 0), half to even.</summary>
    public static Int128? Round(Int128? value, int scale)
    {
        if (value is not { } v || scale == 0)
            return value;
        var unit = PowersOfTen.Of(scale);
        var whole = FloorOf(v, unit);
        var (below, above) = (v - whole * unit, (whole + 1) * unit - v);
        return below > above || (below == above && Int128.IsOddInteger(whole)) ? whole + 1 : whole;
    }

    /// <summary>To an integer (scale 0), towards minus infinity.</summary>
    public static Int128? Floor(Int128? value, int scale) => value is { } v ? FloorOf(v, PowersOfTen.Of(scale)) : null;

    /// <summary>To an integer (scale 0), towards plus infinity.</summary>
    public static Int128? Ceil(Int128? value, int scale) => value is { } v ? -FloorOf(-v, PowersOfTen.Of(scale)) : null;

    /// <summary>Without its sign.</summary>
    public static Int128? Abs(Int128? value) => value is { } v ? Int128.Abs(v) : null;

    /// <summary>The smaller one of two numbers of one scale.</summary>
    public static Int128? Min(Int128? a, Int128? b) => a is { } x && b is { } y ? Int128.Min(x, y) : null;

    /// <summary>The larger one of two numbers of one scale.</summary>
    public static Int128? Max(Int128? a, Int128? b) => a is { } x && b is { } y ? Int128.Max(x, y) : null;

    private static Int128 Times(Int128 a, Int128 b) => Check(checked(a * b));

    private static Int128 Check(Int128 value) =>
        Int128.Abs(value) < PowersOfTen.Of(Exact.MaxDigits) ? value : throw new OverflowException($"{value} has more than 38 digits.");

    private static Int128 FloorOf(Int128 value, Int128 unit)
    {
        var whole = value / unit;
        return value % unit < 0 ? whole - 1 : whole;
    }
}
