using System.Numerics;

namespace MetricsAsCode.Engines.Reference.Numbers;

/// <summary>An exact fraction in lowest terms with a positive denominator: what doubles are computed from, with one rounding at the end.</summary>
internal readonly record struct Rational
{
    public Rational(BigInteger numerator, BigInteger denominator)
    {
        if (denominator.IsZero)
            throw new DivideByZeroException($"{numerator} / 0 is no fraction.");
        var divisor = BigInteger.GreatestCommonDivisor(numerator, denominator) * denominator.Sign;
        (Numerator, Denominator) = (numerator / divisor, denominator / divisor);
    }

    public BigInteger Numerator { get; }

    public BigInteger Denominator { get; }

    public static implicit operator Rational(BigInteger value) => new(value, BigInteger.One);

    public static implicit operator Rational(long value) => new(value, BigInteger.One);

    public static Rational operator +(Rational left, Rational right) =>
        new((left.Numerator * right.Denominator) + (right.Numerator * left.Denominator), left.Denominator * right.Denominator);

    public static Rational operator -(Rational left, Rational right) =>
        new((left.Numerator * right.Denominator) - (right.Numerator * left.Denominator), left.Denominator * right.Denominator);

    public static Rational operator *(Rational left, Rational right) =>
        new(left.Numerator * right.Numerator, left.Denominator * right.Denominator);

    public static Rational operator /(Rational left, Rational right) =>
        new(left.Numerator * right.Denominator, left.Denominator * right.Numerator);

    /// <summary>The largest integer that is not larger.</summary>
    public BigInteger Floor()
    {
        var quotient = BigInteger.DivRem(Numerator, Denominator, out var remainder);
        return remainder.Sign < 0 ? quotient - 1 : quotient;
    }

    /// <summary>The nearest integer; halfway between two, the even one.</summary>
    public BigInteger RoundHalfEven()
    {
        var below = Floor();
        var twice = (Numerator - (below * Denominator)) * 2;
        int side = twice.CompareTo(Denominator);
        return side > 0 || (side == 0 && !below.IsEven) ? below + 1 : below;
    }

    /// <summary>The fraction that a finite double is, without any rounding.</summary>
    public static Rational Of(double value)
    {
        if (!double.IsFinite(value))
            throw new ArgumentOutOfRangeException(nameof(value), value, "Only finite doubles are fractions.");
        long bits = BitConverter.DoubleToInt64Bits(value);
        int field = (int)(bits >> 52) & 0x7FF;
        long fraction = bits & 0xF_FFFF_FFFF_FFFF;
        BigInteger significand = field == 0 ? fraction : fraction | (1L << 52);
        int exponent = Math.Max(field, 1) - 1075;
        var magnitude = exponent >= 0 ? new Rational(significand << exponent, 1) : new Rational(significand, BigInteger.One << -exponent);
        return bits < 0 ? 0 - magnitude : magnitude;
    }

    /// <summary>The nearest double, half to even; infinite when it is beyond their range.</summary>
    public double ToDouble()
    {
        var size = BigInteger.Abs(Numerator);
        // A double is an integer of at most 53 bits times a power of two that is not below -1074.
        int exponent = Math.Max(Bits(size) - Bits(Denominator) - 53, -1074);
        if (Scaled(size, Denominator, exponent).Floor() >= BigInteger.One << 53)
            exponent++;
        double magnitude = Math.ScaleB((double)Scaled(size, Denominator, exponent).RoundHalfEven(), exponent);
        return Numerator.Sign < 0 ? -magnitude : magnitude;
    }

    /// <summary>The square root of a fraction that is not negative, to 100 bits and then to the nearest double.</summary>
    public double SquareRoot()
    {
        if (Numerator.IsZero)
            return 0;
        int half = Math.Max(0, 100 - ((Bits(Numerator) - Bits(Denominator)) / 2));
        var root = IntegerSquareRoot((Numerator << (2 * half)) / Denominator);
        return new Rational(root, BigInteger.One << half).ToDouble();
    }

    public int CompareTo(Rational other) => (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);

    private static int Bits(BigInteger value) => (int)value.GetBitLength();

    private static Rational Scaled(BigInteger numerator, BigInteger denominator, int exponent) =>
        exponent >= 0 ? new(numerator, denominator << exponent) : new(numerator << -exponent, denominator);

    // Newton's iteration from above: it falls until it stands at the floor of the root.
    private static BigInteger IntegerSquareRoot(BigInteger value)
    {
        var root = BigInteger.One << ((Bits(value) / 2) + 1);
        while ((root + (value / root)) / 2 is var next && next < root)
            root = next;
        return root;
    }
}
