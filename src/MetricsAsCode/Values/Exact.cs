using System.Numerics;

namespace MetricsAsCode.Values;

// 1. A number is mantissa / 10^scale with at most 38 digits in the mantissa and a scale of 0..38.
// 2. Sums, differences and products are exact or fail: trailing zeros are given up where that makes a result fit, digits never are.
// 3. Equal numbers are equal whatever their scale: 1.5 = 1.50. The scale only says how many digits are written.

/// <summary>An exact decimal number of up to 38 digits: money, decimals, integers and sums of them. No binary floating point inside.</summary>
public readonly struct Exact : IEquatable<Exact>, IComparable<Exact>
{
    /// <summary>The most digits a number can have, and the largest scale.</summary>
    public const int MaxDigits = 38;

    /// <summary>mantissa / 10^scale.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The scale is outside 0..38 or the mantissa has more than 38 digits.</exception>
    public Exact(Int128 mantissa, int scale = 0)
    {
        if ((uint)scale > MaxDigits || !Fits(mantissa))
            throw new ArgumentOutOfRangeException(nameof(mantissa), mantissa, FormattableString.Invariant($"An exact number has at most 38 digits and a scale of 0 to 38, not {scale}."));
        (Mantissa, Scale) = (mantissa, scale);
    }

    /// <summary>0.</summary>
    public static Exact Zero => default;

    /// <summary>1.</summary>
    public static Exact One { get; } = new(1);

    /// <summary>The digits as one integer.</summary>
    public Int128 Mantissa { get; }

    /// <summary>How many of the digits stand after the point.</summary>
    public int Scale { get; }

    /// <summary>-1, 0 or 1.</summary>
    public int Sign => Int128.Sign(Mantissa);

    /// <summary>An integer.</summary>
    public static implicit operator Exact(long value) => new(value);

    /// <summary>A number of .NET's decimal type, with its scale.</summary>
    public static implicit operator Exact(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        var magnitude = ((Int128)(uint)bits[2] << 64) | ((Int128)(uint)bits[1] << 32) | (uint)bits[0];
        return new Exact(bits[3] < 0 ? -magnitude : magnitude, (bits[3] >> 16) & 0xFF);
    }

    /// <summary>The sum; null on overflow.</summary>
    public static Exact? Add(Exact left, Exact right)
    {
        if (left.Scale == right.Scale)
        {
            // The sum is below 2 * 10^38; where that leaves Int128 it wraps to less than -10^38, or more than 10^38, and does not fit.
            var sum = unchecked(left.Mantissa + right.Mantissa);
            if (Fits(sum))
                return new Exact(sum, left.Scale);
        }

        var scale = Math.Max(left.Scale, right.Scale);
        return Fit(left.AtScale(scale) + right.AtScale(scale), scale);
    }

    /// <summary>The difference; null on overflow.</summary>
    public static Exact? Subtract(Exact left, Exact right) => Add(left, -right);

    /// <summary>The product; null on overflow.</summary>
    public static Exact? Multiply(Exact left, Exact right)
    {
        var scale = left.Scale + right.Scale;
        if (scale <= MaxDigits && IsShort(left.Mantissa) && IsShort(right.Mantissa))
            return new Exact(left.Mantissa * right.Mantissa, scale);
        return Fit((BigInteger)left.Mantissa * right.Mantissa, scale);
    }

    /// <summary>The product with a double, computed from what the double holds exactly and rounded once, half to even, to the given scale; null on overflow or when the factor is not finite.</summary>
    public static Exact? Multiply(Exact left, double factor, int scale) =>
        double.IsFinite(factor) ? ExactRounding.Product(left, factor, scale) : null;

    /// <summary>A double, rounded half to even to the given scale; null on overflow or when it is not finite.</summary>
    public static Exact? FromDouble(double value, int scale) => Multiply(One, value, scale);

    /// <summary>The quotient as the nearest double; null when dividing by zero.</summary>
    public static double? Divide(Exact left, Exact right)
    {
        if (right.Sign == 0)
            return null;
        var scale = Math.Max(left.Scale, right.Scale);
        return RoundedDouble.Ratio(left.AtScale(scale), right.AtScale(scale));
    }

    /// <summary>The nearest double.</summary>
    public double ToDouble()
    {
        // Both parts are exact as doubles, and one division rounds once.
        const long exactAsDouble = 1L << 53;
        if (Scale < PowersOfTen.Doubles.Length && Mantissa <= exactAsDouble && Mantissa >= -exactAsDouble)
            return (long)Mantissa / PowersOfTen.Doubles[Scale];
        return RoundedDouble.Ratio(Mantissa, PowersOfTen.Of(Scale))!.Value;
    }

    /// <summary>Rounded half to even to fewer digits after the point, or written with more; null when the digits do not fit.</summary>
    public Exact? RoundTo(int scale)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(scale);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(scale, MaxDigits);
        if (scale == Scale)
            return this;
        if (scale < Scale)
            return new Exact((Int128)ExactRounding.Divide(Mantissa, PowersOfTen.Of(Scale - scale)), scale);
        var mantissa = AtScale(scale);
        return BigInteger.Abs(mantissa) < PowersOfTen.Of(MaxDigits) ? new Exact((Int128)mantissa, scale) : null;
    }

    /// <summary>The same number with as few digits after the point as it needs.</summary>
    public Exact WithoutTrailingZeros()
    {
        var (mantissa, scale) = (Mantissa, Scale);
        while (scale > 0 && mantissa % 10 == 0)
            (mantissa, scale) = (mantissa / 10, scale - 1);
        return new Exact(mantissa, scale);
    }

    /// <summary>The number without its sign.</summary>
    public Exact Abs() => Mantissa < 0 ? -this : this;

    /// <summary>The number with its sign changed.</summary>
    public static Exact operator -(Exact value) => new(-value.Mantissa, value.Scale);

    /// <inheritdoc />
    public int CompareTo(Exact other)
    {
        if (Scale == other.Scale)
            return Mantissa.CompareTo(other.Mantissa);
        var scale = Math.Max(Scale, other.Scale);
        return AtScale(scale).CompareTo(other.AtScale(scale));
    }

    /// <inheritdoc />
    public bool Equals(Exact other) => CompareTo(other) == 0;

    /// <inheritdoc />
    public override bool Equals(object? obj) => obj is Exact other && Equals(other);

    /// <inheritdoc />
    public override int GetHashCode()
    {
        var shortest = WithoutTrailingZeros();
        return HashCode.Combine(shortest.Mantissa, shortest.Scale);
    }

    /// <summary>Reads digits with an optional sign and point, e.g. <c>-1265793.0395</c>; the digits after the point give the scale.</summary>
    /// <returns>Whether the text is such a number of at most 38 digits.</returns>
    public static bool TryParse(ReadOnlySpan<char> text, out Exact value) => ExactText.TryParse(text, out value);

    /// <summary>All digits and the point, invariant: <c>1265793.0395</c>.</summary>
    public override string ToString() => ExactText.Write(Mantissa, Scale);

    /// <summary>Whether two numbers are equal.</summary>
    public static bool operator ==(Exact left, Exact right) => left.Equals(right);

    /// <summary>Whether two numbers differ.</summary>
    public static bool operator !=(Exact left, Exact right) => !left.Equals(right);

    /// <summary>Whether the left number is less.</summary>
    public static bool operator <(Exact left, Exact right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left number is greater.</summary>
    public static bool operator >(Exact left, Exact right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left number is not greater.</summary>
    public static bool operator <=(Exact left, Exact right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left number is not less.</summary>
    public static bool operator >=(Exact left, Exact right) => left.CompareTo(right) >= 0;

    /// <summary>mantissa / 10^scale for a mantissa of any size, giving up trailing zeros where needed; null when it needs more than 38 digits.</summary>
    internal static Exact? Fit(BigInteger mantissa, int scale)
    {
        var limit = (BigInteger)PowersOfTen.Of(MaxDigits);
        while (scale > 0 && (scale > MaxDigits || BigInteger.Abs(mantissa) >= limit))
        {
            mantissa = BigInteger.DivRem(mantissa, 10, out var digit);
            if (!digit.IsZero)
                return null;
            scale--;
        }

        return BigInteger.Abs(mantissa) < limit ? new Exact((Int128)mantissa, scale) : null;
    }

    /// <summary>The mantissa that a larger or equal scale needs.</summary>
    internal BigInteger AtScale(int scale) => (BigInteger)Mantissa * PowersOfTen.Of(scale - Scale);

    private static bool Fits(Int128 mantissa) => mantissa < PowersOfTen.Of(MaxDigits) && mantissa > -PowersOfTen.Of(MaxDigits);

    private static bool IsShort(Int128 mantissa) => mantissa <= long.MaxValue && mantissa >= -long.MaxValue;
}
