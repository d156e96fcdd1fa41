using System.Runtime.CompilerServices;

namespace MetricsAsCode.Data.Parsing.Quick;

/// <summary>
/// The months that were met, found by the eight bytes <c>2026-07-</c> as they are written: rows in any order cost one look each.
/// One thread has one.
/// </summary>
internal sealed class Months
{
    private const int Bits = 9;
    private readonly Month[] _months = new Month[1 << Bits];

    /// <summary>Days since 1970-01-01 of the ten bytes <c>2026-07-01</c> at a place; false when they are no day.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryDays(ref byte at, out int days)
    {
        ulong written = Unsafe.ReadUnaligned<ulong>(ref at);
        ref Month month = ref _months[(int)(written * 0x9E37_79B9_7F4A_7C15 >> (64 - Bits))];
        if (month.Written != written && !TryLearn(ref at, ref month))
        {
            days = 0;
            return false;
        }

        uint tens = Digits.Of(Unsafe.Add(ref at, 8)), ones = Digits.Of(Unsafe.Add(ref at, 9));
        uint day = tens * 10 + ones - 1;
        days = month.FirstDay + (int)day;
        return tens <= 3 && ones <= 9 && day < (uint)month.Length;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool TryLearn(ref byte at, ref Month month)
    {
        Span<byte> first = stackalloc byte[10];
        Unsafe.CopyBlockUnaligned(ref first[0], ref at, 8);
        "01"u8.CopyTo(first[8..]);
        if (!DateParser.TryDays(first, out int day))
            return false;
        var date = DateOnly.FromDayNumber(day + DateParser.Epoch);
        month = new Month { Written = Unsafe.ReadUnaligned<ulong>(ref at), FirstDay = day, Length = DateTime.DaysInMonth(date.Year, date.Month) };
        return true;
    }

    private struct Month
    {
        public ulong Written;
        public int FirstDay;
        public int Length;
    }
}
