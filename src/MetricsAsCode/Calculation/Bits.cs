using System.Runtime.CompilerServices;

namespace MetricsAsCode.Calculation;

/// <summary>Bits of a block: bit i of a span of words stands for the block's row i.</summary>
public static class Bits
{
    /// <summary>Sets one bit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Set(Span<ulong> words, int index) => words[index >> 6] |= 1UL << index;

    /// <summary>Whether a bit is set.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsSet(ReadOnlySpan<ulong> words, int index) => (words[index >> 6] >> index & 1) != 0;

    /// <summary>Sets the first <paramref name="count"/> bits and clears those behind.</summary>
    public static void SetFirst(Span<ulong> words, int count)
    {
        words.Clear();
        words[..(count >> 6)].Fill(ulong.MaxValue);
        if ((count & 63) != 0)
            words[count >> 6] = ulong.MaxValue >> (64 - (count & 63));
    }
}
