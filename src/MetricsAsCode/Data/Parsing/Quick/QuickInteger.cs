using System.Runtime.CompilerServices;

namespace MetricsAsCode.Data.Parsing.Quick;

/// <summary>Whole numbers of up to 16 digits, with or without a minus.</summary>
internal readonly struct QuickInteger : IQuickParser<long>
{
    private const long Eight = 100_000_000;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryParse(ref byte cell, int length, out long value)
    {
        int sign = cell == '-' ? 1 : 0;
        int count = length - sign;
        ref byte first = ref Unsafe.Add(ref cell, sign);
        bool isRead;
        if ((uint)(count - 1) < 8)
            isRead = EightDigits.TryRead(ref first, count, out value);
        else if ((uint)(count - 1) < 16)
            isRead = TryReadSixteen(ref first, count, out value);
        else
            return NotTaken(out value);
        value = (value ^ -sign) + sign;
        return isRead;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryReadSixteen(ref byte first, int count, out long value)
    {
        bool isRead = EightDigits.TryRead(ref first, count - 8, out long high) & EightDigits.TryRead(ref Unsafe.Add(ref first, count - 8), 8, out long low);
        value = high * Eight + low;
        return isRead;
    }

    private static bool NotTaken(out long value)
    {
        value = 0;
        return false;
    }
}
