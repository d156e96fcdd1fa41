using System.Numerics;
using MetricsAsCode.Values;

namespace MetricsAsCode.Engines.Reference.Numbers;

/// <summary>A number of the language: exact with a scale, or a finite binary double.</summary>
internal abstract record ReferenceNumber
{
    /// <summary>The number itself, without rounding.</summary>
    public abstract Rational ToRational();

    /// <summary>The nearest double.</summary>
    public virtual double ToDouble() => ToRational().ToDouble();

    public abstract bool IsZero { get; }

    public static ExactNumber Integer(BigInteger integer) => ExactNumber.Of(integer, 0);

    /// <summary>A constant: exact, without the zeros that end it, so that 0.5 and 0.50 are the same constant.</summary>
    public static ExactNumber Constant(decimal value)
    {
        int[] bits = decimal.GetBits(value);
        var magnitude = ((BigInteger)(uint)bits[2] << 64) + ((BigInteger)(uint)bits[1] << 32) + (uint)bits[0];
        int scale = value.Scale;
        while (scale > 0 && (magnitude % 10).IsZero)
            (magnitude, scale) = (magnitude / 10, scale - 1);
        return ExactNumber.Of(decimal.IsNegative(value) ? -magnitude : magnitude, scale);
    }

    public static RealNumber Real(double value) => double.IsFinite(value) ? new RealNumber(value) : throw new NoValueException(Reason.Overflow);
}

/// <summary>Binary double, always finite.</summary>
internal sealed record RealNumber(double Value) : ReferenceNumber
{
    public override Rational ToRational() => Rational.Of(Value);

    public override double ToDouble() => Value;

    public override bool IsZero => Value == 0;
}

/// <summary>
/// <c>Unscaled / 10^Scale</c>: counts and integers (scale 0), durations (microseconds), decimals and money.
/// "Money and decimal arithmetic is exact to 38 digits; overflow has no value." Equal numbers are equal whatever their scale.
/// </summary>
internal sealed record ExactNumber : ReferenceNumber
{
    public const int MaxDigits = 38;

    private static readonly BigInteger Limit = BigInteger.Pow(10, MaxDigits);

    private ExactNumber(BigInteger unscaled, int scale) => (Unscaled, Scale) = (unscaled, scale);

    public BigInteger Unscaled { get; }

    public int Scale { get; }

    /// <summary>The number; zeros at its end are given up where that makes it fit, digits never.</summary>
    /// <exception cref="NoValueException">More than 38 digits, in all or behind the point.</exception>
    public static ExactNumber Of(BigInteger unscaled, int scale)
    {
        while (!Fits(unscaled, scale) && scale > 0 && (unscaled % 10).IsZero)
            (unscaled, scale) = (unscaled / 10, scale - 1);
        return Fits(unscaled, scale) ? new ExactNumber(unscaled, scale) : throw new NoValueException(Reason.Overflow);
    }

    /// <summary>The same number with more digits behind the point.</summary>
    public ExactNumber AtScale(int scale) => scale <= Scale ? this : Of(UnscaledAt(scale), scale);

    public override Rational ToRational() => new(Unscaled, BigInteger.Pow(10, Scale));

    public override bool IsZero => Unscaled.IsZero;

    /// <summary>The digits at a scale that is not smaller.</summary>
    public BigInteger UnscaledAt(int scale) => scale == Scale ? Unscaled : Unscaled * BigInteger.Pow(10, scale - Scale);

    public bool Equals(ExactNumber? other) =>
        other is not null && Math.Max(Scale, other.Scale) is var scale && UnscaledAt(scale) == other.UnscaledAt(scale);

    public override int GetHashCode()
    {
        var (unscaled, scale) = (Unscaled, Scale);
        while (scale > 0 && (unscaled % 10).IsZero)
            (unscaled, scale) = (unscaled / 10, scale - 1);
        return HashCode.Combine(unscaled, scale);
    }

    private static bool Fits(BigInteger unscaled, int scale) => BigInteger.Abs(unscaled) < Limit && scale <= MaxDigits;
}
