using System.Runtime.CompilerServices;

namespace MetricsAsCode.Data.Parsing.Quick;

/// <summary>Instants with seconds, up to six digits behind them, and <c>Z</c> or no offset.</summary>
internal readonly struct QuickTimestamp(Months months, ZoneClock? zone) : IQuickParser<long>
{
    private const long Second = 1_000_000, Day = 86_400 * Second;
    private const int WholeSeconds = 19;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryParse(ref byte cell, int length, out long value)
    {
        value = 0;
        if (length < WholeSeconds || !months.TryDays(ref cell, out int days))
            return false;
        // `03:53:00` in one word: digits must be at most 9 and both colons just that.
        ulong time = Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref cell, 11)) ^ 0x3030_3A30_303A_3030;
        bool isTime = (((time + 0x7676_7F76_767F_7676) | time) & 0x8080_8080_8080_8080) == 0;
        ulong pairs = time * 10 + (time >> 8);
        uint hour = (byte)pairs, minute = (byte)(pairs >> 24), second = (byte)(pairs >> 48);
        byte t = Unsafe.Add(ref cell, 10);
        if (!isTime || hour > 23 || minute > 59 || second > 59 || ((t | 0x20) != 't' && t != ' '))
            return false;
        value = days * Day + ((hour * 60 + minute) * 60 + second) * Second;
        bool isUtc = zone is null;
        if (length > WholeSeconds && !TryRest(ref Unsafe.Add(ref cell, WholeSeconds), length - WholeSeconds, ref value, ref isUtc))
            return false;
        if (isUtc)
            return true;
        value = zone!.ToUtc(value);
        return value is >= TimestampParser.First and <= TimestampParser.Last;
    }

    /// <summary><c>Z</c>, <c>.123456</c> or <c>.123456Z</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryRest(ref byte rest, int length, ref long value, ref bool isUtc)
    {
        if ((Unsafe.Add(ref rest, length - 1) | 0x20) == 'z')
        {
            isUtc = true;
            if (--length == 0)
                return true;
        }

        int digits = length - 1;
        if (rest != '.' || (uint)(digits - 1) >= 6 || !EightDigits.TryRead(ref Unsafe.Add(ref rest, 1), digits, out long fraction))
            return false;
        value += fraction * Digits.PowerOfTen(6 - digits);
        return true;
    }
}
