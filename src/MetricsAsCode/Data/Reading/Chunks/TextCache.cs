using System.Runtime.CompilerServices;

namespace MetricsAsCode.Data.Reading.Chunks;

/// <summary>
/// Codes of texts of up to 16 bytes that were met lately, found by two words without hashing or comparing bytes: in a column of few texts
/// nearly every cell ends here. As no text holds NUL, the words with zeros behind the text are the text.
/// </summary>
internal sealed class TextCache
{
    /// <summary>The longest text kept.</summary>
    public const int Longest = 16;

    private const int Bits = 9;
    private readonly Entry[] _entries = new Entry[1 << Bits];

    private static ReadOnlySpan<ulong> Lows =>
    [
        0, 0xFF, 0xFFFF, 0xFF_FFFF, 0xFFFF_FFFF, 0xFF_FFFF_FFFF, 0xFFFF_FFFF_FFFF, 0xFF_FFFF_FFFF_FFFF, ulong.MaxValue,
        ulong.MaxValue, ulong.MaxValue, ulong.MaxValue, ulong.MaxValue, ulong.MaxValue, ulong.MaxValue, ulong.MaxValue, ulong.MaxValue,
    ];

    private static ReadOnlySpan<ulong> Highs =>
    [
        0, 0, 0, 0, 0, 0, 0, 0, 0,
        0xFF, 0xFFFF, 0xFF_FFFF, 0xFFFF_FFFF, 0xFF_FFFF_FFFF, 0xFFFF_FFFF_FFFF, 0xFF_FFFF_FFFF_FFFF, ulong.MaxValue,
    ];

    /// <summary>The place of a text of 1 to 16 bytes, behind whose beginning 16 may be loaded; its code is -1 if it is new there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref int CodeOf(ref byte text, int length)
    {
        ulong low = Unsafe.ReadUnaligned<ulong>(ref text) & Lows[length], high = Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref text, 8)) & Highs[length];
        ref Entry entry = ref _entries[(int)((low ^ high * 0xD6E8_FEB8_6659_FD93) * 0x9E37_79B9_7F4A_7C15 >> (64 - Bits))];
        if (entry.Low != low || entry.High != high)
            entry = new Entry { Low = low, High = high, Code = -1 };
        return ref entry.Code;
    }

    private struct Entry
    {
        public ulong Low;
        public ulong High;
        public int Code;
    }
}
