using System.Numerics;

namespace MetricsAsCode.Values;

/// <summary>The double nearest to an exact number, ties to even: the one place where exact numbers become binary.</summary>
internal static class RoundedDouble
{
    private const int Precision = 53;
    private const int LowestExponent = -1074;

    /// <summary>numerator / denominator; null when it is beyond the range of doubles.</summary>
    internal static double? Ratio(BigInteger numerator, BigInteger denominator)
    {
        if (denominator.IsZero)
            throw new DivideByZeroException($"{numerator} / 0 has no nearest double.");
        if (denominator.Sign < 0)
            (numerator, denominator) = (-numerator, -denominator);
        var magnitude = BigInteger.Abs(numerator);

        // Two bits more than a double holds, and the lowest bit tells whether anything was left over: enough to round once.
        var shift = Precision + 2 - (int)(magnitude.GetBitLength() - denominator.GetBitLength());
        var quotient = shift >= 0
            ? BigInteger.DivRem(magnitude << shift, denominator, out var rest)
            : BigInteger.DivRem(magnitude, denominator << -shift, out rest);
        quotient <<= 1;
        if (!rest.IsZero)
            quotient |= BigInteger.One;
        return Scaled(numerator.Sign < 0 ? -quotient : quotient, -shift - 1);
    }

    /// <summary>mantissa * 2^exponent; null when it is beyond the range of doubles.</summary>
    internal static double? Scaled(BigInteger mantissa, int exponent)
    {
        if (mantissa.IsZero)
            return 0;
        var magnitude = BigInteger.Abs(mantissa);
        var drop = Math.Max((int)magnitude.GetBitLength() - Precision, LowestExponent - exponent);
        if (drop > 0)
        {
            var kept = magnitude >> drop;
            var rest = magnitude - (kept << drop);
            var half = BigInteger.One << (drop - 1);
            if (rest > half || (rest == half && !kept.IsEven))
                kept++;
            magnitude = kept;
            exponent += drop;
        }

        var result = Math.ScaleB((double)(ulong)magnitude, exponent);
        return double.IsInfinity(result) ? null : mantissa.Sign < 0 ? -result : result;
    }

    /// <summary>A finite double as mantissa * 2^exponent.</summary>
    internal static (long Mantissa, int Exponent) Parts(double value)
    {
        if (!double.IsFinite(value))
            throw new ArgumentOutOfRangeException(nameof(value), value, "Only finite numbers have parts.");
        var bits = BitConverter.DoubleToInt64Bits(value);
        var biased = (int)((bits >> 52) & 0x7FF);
        var fraction = bits & 0xF_FFFF_FFFF_FFFF;
        var mantissa = biased == 0 ? fraction : fraction | (1L << 52);
        return (bits < 0 ? -mantissa : mantissa, Math.Max(biased, 1) - 1 + LowestExponent);
    }
}
