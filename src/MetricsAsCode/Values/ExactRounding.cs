using System.Numerics;

namespace MetricsAsCode.Values;

/// <summary>Rounding of exact numbers, half to even, each time from all the digits there are.</summary>
internal static class ExactRounding
{
    /// <summary>The integer nearest to a quotient; the divisor is positive.</summary>
    internal static BigInteger Divide(BigInteger dividend, BigInteger divisor)
    {
        var magnitude = BigInteger.Abs(dividend);
        var quotient = BigInteger.DivRem(magnitude, divisor, out var rest);
        var order = (rest * 2).CompareTo(divisor);
        if (order > 0 || (order == 0 && !quotient.IsEven))
            quotient++;
        return dividend.Sign < 0 ? -quotient : quotient;
    }

    /// <summary>An exact number times a finite double at the given scale; null on overflow.</summary>
    internal static Exact? Product(Exact left, double factor, int scale)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(scale);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(scale, Exact.MaxDigits);
        var (mantissa, exponent) = RoundedDouble.Parts(factor);
        var dividend = (BigInteger)left.Mantissa * mantissa * PowersOfTen.Of(scale);
        var divisor = (BigInteger)PowersOfTen.Of(left.Scale);
        if (exponent >= 0)
            dividend <<= exponent;
        else
            divisor <<= -exponent;
        var rounded = Divide(dividend, divisor);
        return BigInteger.Abs(rounded) < PowersOfTen.Of(Exact.MaxDigits) ? new Exact((Int128)rounded, scale) : null;
    }
}
