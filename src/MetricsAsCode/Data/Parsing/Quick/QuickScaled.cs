using System.Runtime.CompilerServices;

namespace MetricsAsCode.Data.Parsing.Quick;

/// <summary>Fixed point with exactly as many digits behind the point as the scale says (1 to 8), up to eight before it, with or without a minus.</summary>
internal readonly struct QuickScaled(int scale) : IQuickParser<long>
{
    public const int LargestScale = 8;

    private readonly long _unit = Digits.PowerOfTen(scale);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryParse(ref byte cell, int length, out long value)
    {
        int sign = cell == '-' ? 1 : 0;
        int whole = length - sign - 1 - scale;
        ref byte first = ref Unsafe.Add(ref cell, sign);
        value = 0;
        if ((uint)(whole - 1) >= 8 || Unsafe.Add(ref first, whole) != '.')
            return false;
        ulong before = EightDigits.First(EightDigits.Load(ref first), whole);
        ulong behind = EightDigits.First(EightDigits.Load(ref Unsafe.Add(ref first, whole + 1)), scale);
        bool areDigits;
        if (whole + scale <= 8)
        {
            // All digits fit one word: those before the point make room for those behind it.
            ulong all = before >> (8 * scale) | behind;
            value = (long)EightDigits.Combine(all);
            areDigits = EightDigits.AreDigits(all);
        }
        else
        {
            value = (long)EightDigits.Combine(before) * _unit + (long)EightDigits.Combine(behind);
            areDigits = EightDigits.AreDigits(before) & EightDigits.AreDigits(behind);
        }

        value = (value ^ -sign) + sign;
        return areDigits;
    }
}
