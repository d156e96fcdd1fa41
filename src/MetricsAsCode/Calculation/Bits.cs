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

    /// <summary>The bits of some rows, the first of which stands in the lowest bit. Blocks begin at whole words, so that mostly nothing is moved.</summary>
    internal static ReadOnlySpan<ulong> Slice(ReadOnlySpan<ulong> words, int from, int to)
    {
        var count = (to - from + 63) >> 6;
        if ((from & 63) == 0)
            return words.Slice(from >> 6, count);
        var moved = new ulong[count];
        for (var row = from; row < to; row++)
        {
            if (IsSet(words, row))
                Set(moved, row - from);
        }

        return moved;
    }

    /// <summary>Sets the first <paramref name="count"/> bits and clears those behind.</summary>
    public static void SetFirst(Span<ulong> words, int count)
    {
        words.Clear();
        words[..(count >> 6)].Fill(ulong.MaxValue);
        if ((count & 63) != 0)
            words[count >> 6] = ulong.MaxValue >> (64 - (count & 63));
    }
}
