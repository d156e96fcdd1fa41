using System.Runtime.CompilerServices;

namespace MetricsAsCode.Data.Parsing;

/// <summary>Decimal digits in ASCII bytes.</summary>
internal static class Digits
{
    private static readonly long[] Powers = AllPowers();

    /// <summary>10^n for n in 0 .. 18.</summary>
    public static long PowerOfTen(int n) => Powers[n];

    /// <summary>The value 0 .. 9 of a digit; anything else is larger.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Of(byte b) => (uint)(b - '0');

    /// <summary>Exactly two digits at a place.</summary>
    public static bool TryTwo(ReadOnlySpan<byte> text, int at, out int value)
    {
        uint tens = Of(text[at]), ones = Of(text[at + 1]);
        value = (int)(tens * 10 + ones);
        return tens <= 9 && ones <= 9;
    }

    /// <summary>
    /// An exact number, scaled by 10^<paramref name="scale"/>: an optional sign, digits, and with a scale above 0 optionally a point and digits.
    /// </summary>
    public static CellFault ParseScaled(ReadOnlySpan<byte> text, int scale, out long value)
    {
        value = 0;
        bool negative = text.Length > 0 && text[0] == '-';
        int at = negative || (text.Length > 0 && text[0] == '+') ? 1 : 0;
        int first = at;
        ulong mantissa = 0;
        bool tooLarge = false;
        for (; at < text.Length && Of(text[at]) is var digit && digit <= 9; at++)
            tooLarge |= !TryAppend(ref mantissa, digit);
        int digits = at - first;
        int fraction = 0;
        if (at < text.Length && text[at] == '.')
        {
            for (at++; at < text.Length && Of(text[at]) is var digit && digit <= 9; at++, fraction++)
                tooLarge |= fraction < scale && !TryAppend(ref mantissa, digit);
            if (fraction == 0)
                return CellFault.Form;
        }

        if (at < text.Length || digits + fraction == 0)
            return CellFault.Form;
        if (fraction > scale)
            return CellFault.Precision;
        return tooLarge ? CellFault.Range : ScaleUp(mantissa, negative, scale - fraction, out value);
    }

    private static long[] AllPowers()
    {
        var powers = new long[ColumnType.MaxScale + 1];
        powers[0] = 1;
        for (int n = 1; n < powers.Length; n++)
            powers[n] = powers[n - 1] * 10;
        return powers;
    }

    private static CellFault ScaleUp(ulong mantissa, bool negative, int zeros, out long value)
    {
        UInt128 magnitude = (UInt128)mantissa * (ulong)PowerOfTen(zeros);
        UInt128 limit = negative ? 1UL << 63 : long.MaxValue;
        value = negative ? (long)(0UL - (ulong)magnitude) : (long)(ulong)magnitude;
        return magnitude > limit ? CellFault.Range : CellFault.None;
    }

    private static bool TryAppend(ref ulong mantissa, uint digit)
    {
        // A mantissa this large is beyond the 64-bit range in any scale already; not appending keeps it from wrapping around.
        if (mantissa > (ulong.MaxValue - 9) / 10)
            return false;
        mantissa = mantissa * 10 + digit;
        return true;
    }
}
