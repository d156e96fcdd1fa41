using System.Numerics;
using System.Runtime.CompilerServices;

namespace MetricsAsCode.Data.Parsing.Quick;

/// <summary>
/// Numbers of at most 8 bytes without an exponent, or of up to 17 whose digits make a whole number of at most 2^53. That number and the power of ten
/// that divides it are exact in binary, so their quotient is the nearest double, as a full conversion gives it (W. Clinger, "How to read floating point
/// numbers accurately", 1990).
/// </summary>
internal readonly struct QuickNumber : IQuickParser<double>
{
    private const int Longest = 17;
    private const ulong Points = 0x1E1E_1E1E_1E1E_1E1E, LargestExact = 1UL << 53;

    private static ReadOnlySpan<double> Powers => [1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryParse(ref byte cell, int length, out double value)
    {
        int sign = cell == '-' ? 1 : 0;
        int count = length - sign;
        ref byte first = ref Unsafe.Add(ref cell, sign);
        bool isRead = (uint)(count - 1) < 8 ? TryWord(ref first, count, out value) : TryLong(ref first, count, out value);
        // Adding zero makes zero of minus zero.
        value = (sign == 0 ? value : -value) + 0.0;
        return isRead;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryWord(ref byte first, int count, out double value)
    {
        ulong bytes = EightDigits.Load(ref first);
        ulong others = bytes ^ Points | ~(ulong.MaxValue >> (64 - 8 * count));
        ulong points = (others - 0x0101_0101_0101_0101) & ~others & 0x8080_8080_8080_8080;
        if (points == 0)
        {
            ulong digits = EightDigits.First(bytes, count);
            value = EightDigits.Combine(digits);
            return EightDigits.AreDigits(digits);
        }

        int whole = BitOperations.TrailingZeroCount(points) >> 3, fraction = count - 1 - whole;
        value = 0;
        if (whole == 0 || fraction == 0)
            return false;
        ulong before = bytes & (1UL << (8 * whole)) - 1, behind = bytes >> 8 >> (8 * whole) << (8 * whole);
        ulong all = EightDigits.First(before | behind, count - 1);
        value = EightDigits.Combine(all) / Powers[fraction];
        return EightDigits.AreDigits(all);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool TryLong(ref byte first, int count, out double value)
    {
        value = 0;
        if ((uint)(count - 1) >= Longest)
            return false;
        ulong mantissa = 0;
        int point = -1;
        for (int at = 0; at < count; at++)
        {
            byte b = Unsafe.Add(ref first, at);
            if (Digits.Of(b) is var digit && digit <= 9)
                mantissa = mantissa * 10 + digit;
            else if (b == '.' && point < 0 && at > 0 && at < count - 1)
                point = at;
            else
                return false;
        }

        value = mantissa / Powers[point < 0 ? 0 : count - 1 - point];
        return mantissa <= LargestExact;
    }
}
