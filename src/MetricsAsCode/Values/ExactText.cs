using System.Globalization;
using System.Numerics;

namespace MetricsAsCode.Values;

/// <summary>Exact numbers as text and back.</summary>
internal static class ExactText
{
    internal static string Write(BigInteger mantissa, int scale)
    {
        var digits = BigInteger.Abs(mantissa).ToString(CultureInfo.InvariantCulture).PadLeft(scale + 1, '0');
        var sign = mantissa.Sign < 0 ? "-" : "";
        return scale == 0 ? sign + digits : $"{sign}{digits.AsSpan(0, digits.Length - scale)}.{digits.AsSpan(digits.Length - scale)}";
    }

    internal static bool TryParse(ReadOnlySpan<char> text, out Exact value)
    {
        value = default;
        var isNegative = text.StartsWith("-", StringComparison.Ordinal);
        if (isNegative || text.StartsWith("+", StringComparison.Ordinal))
            text = text[1..];

        Int128 mantissa = 0;
        int digits = 0, significant = 0, scale = -1;
        foreach (var c in text)
        {
            if (c == '.' && scale < 0 && digits > 0)
            {
                scale = 0;
                continue;
            }

            if (!char.IsAsciiDigit(c) || (significant > 0 || c != '0' ? ++significant : 0) > Exact.MaxDigits)
                return false;
            mantissa = (mantissa * 10) + (c - '0');
            digits++;
            if (scale >= 0 && ++scale > Exact.MaxDigits)
                return false;
        }

        if (digits == 0 || scale == 0)
            return false;
        value = new Exact(isNegative ? -mantissa : mantissa, Math.Max(scale, 0));
        return true;
    }
}
