using System.Numerics;
using MetricsAsCode.Data;
using MetricsAsCode.Data.Parsing;
using MetricsAsCode.Values;

namespace MetricsAsCode.Engines.Loading.Parquet;

/// <summary>A whole number, or a decimal of another scale, as a number scaled by 10^toScale. No digit but a zero is dropped.</summary>
internal readonly struct ScaledConversion<TStored>(int fromScale, int toScale) : IConversion<TStored, long> where TStored : unmanaged, IBinaryInteger<TStored>
{
    private static readonly Int128 Ten = 10;
    private readonly Int128 _up = Power(toScale - fromScale);
    private readonly Int128 _down = Power(fromScale - toScale);

    public CellFault Convert(TStored stored, out long value)
    {
        value = long.CreateTruncating(stored);
        bool isLong = TStored.CreateTruncating(value) == stored && TStored.IsNegative(stored) == long.IsNegative(value);
        if (fromScale == toScale)
            return isLong ? CellFault.None : CellFault.Range;
        return toScale > fromScale ? Raise(isLong, ref value) : Lower(stored, out value);
    }

    private CellFault Raise(bool isLong, ref long value)
    {
        var scaled = value * _up;
        value = (long)scaled;
        return isLong && value == scaled ? CellFault.None : CellFault.Range;
    }

    private CellFault Lower(TStored stored, out long value)
    {
        var (scaled, rest) = Int128.DivRem(Int128.CreateSaturating(stored), _down);
        value = (long)scaled;
        return rest != 0 ? CellFault.Precision : value == scaled ? CellFault.None : CellFault.Range;
    }

    private static Int128 Power(int exponent)
    {
        Int128 power = 1;
        for (int i = 0; i < exponent; i++)
            power *= Ten;
        return power;
    }
}

/// <summary>
/// A binary number as an exact one scaled by 10^scale: the decimal with that many digits which, read as a binary number, is this one. So 19.99 is 19.99 although the
/// binary number is a little off; a number that is no such decimal, e.g. a third, is refused.
/// </summary>
internal readonly struct RealToScaledConversion(int scale) : IConversion<double, long>
{
    // Up to here whole numbers and, divided by a power of ten up to 10^22, decimals are told apart by binary numbers.
    private const double Exact = 1L << 53;
    private readonly double _unit = Digits.PowerOfTen(scale);

    public CellFault Convert(double stored, out long value)
    {
        value = 0;
        if (!double.IsFinite(stored))
            return CellFault.Form;
        double scaled = Math.Round(stored * _unit);
        if (Math.Abs(scaled) < Exact)
        {
            value = (long)scaled;
            return value / _unit == stored ? CellFault.None : CellFault.Precision;
        }

        return Math.Truncate(stored) == stored ? Whole(stored, out value) : CellFault.Precision;
    }

    private CellFault Whole(double stored, out long value)
    {
        value = 0;
        if (Math.Abs(stored) >= 1e19)
            return CellFault.Range;
        var scaled = (Int128)stored * Digits.PowerOfTen(scale);
        value = (long)scaled;
        return value == scaled ? CellFault.None : CellFault.Range;
    }
}

/// <summary>As <see cref="RealToScaledConversion"/>, of 32 bits.</summary>
internal readonly struct FloatToScaledConversion(int scale) : IConversion<float, long>
{
    private readonly RealToScaledConversion _wide = new(scale);

    // The shortest text of a float is the decimal it stands for: as a double it is a little off.
    public CellFault Convert(float stored, out long value) =>
        _wide.Convert(float.IsFinite(stored) ? double.Parse(stored.ToString(System.Globalization.CultureInfo.InvariantCulture), System.Globalization.CultureInfo.InvariantCulture) : stored, out value);
}

/// <summary>A binary number, which must be finite. Minus zero becomes zero, so that equal numbers have equal bits.</summary>
internal readonly struct RealConversion<TStored> : IConversion<TStored, double> where TStored : unmanaged, IBinaryFloatingPointIeee754<TStored>
{
    public CellFault Convert(TStored stored, out double value)
    {
        value = double.CreateTruncating(stored) + 0.0;
        return double.IsFinite(value) ? CellFault.None : CellFault.Form;
    }
}

/// <summary>A whole number or a decimal as the nearest binary number.</summary>
internal readonly struct ScaledToRealConversion<TStored>(int scale) : IConversion<TStored, double> where TStored : unmanaged, IBinaryInteger<TStored>
{
    // Below, number and power of ten are both exact, and one division rounds once.
    private const long Exact = 1L << 53;
    private const int ExactPowers = 22;
    private readonly double _unit = double.Parse($"1e{scale}", System.Globalization.CultureInfo.InvariantCulture);

    public CellFault Convert(TStored stored, out double value)
    {
        long narrow = long.CreateSaturating(stored);
        value = narrow is > -Exact and < Exact && scale <= ExactPowers
            ? narrow / _unit
            : RoundedDouble.Ratio(BigInteger.CreateChecked(stored), BigInteger.Pow(10, scale))!.Value;
        return CellFault.None;
    }
}
