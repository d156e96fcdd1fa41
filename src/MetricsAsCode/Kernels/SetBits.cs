using System.Numerics;
using System.Runtime.CompilerServices;

namespace MetricsAsCode.Kernels;

/// <summary>Walks the set bits of words, or of the intersection of two lots of words, in ascending order: <c>foreach (var row in new SetBits(hits, known))</c>.</summary>
internal ref struct SetBits
{
    private readonly ReadOnlySpan<ulong> words;
    private readonly ReadOnlySpan<ulong> mask;
    private ulong word;
    private int index;

    /// <summary>All set bits.</summary>
    public SetBits(ReadOnlySpan<ulong> words)
        : this(words, words)
    {
    }

    /// <summary>The bits set in both.</summary>
    public SetBits(ReadOnlySpan<ulong> words, ReadOnlySpan<ulong> mask)
    {
        this.words = words;
        this.mask = mask;
        index = -1;
    }

    /// <summary>The bit at hand.</summary>
    public int Current { get; private set; }

    /// <summary>This walk itself.</summary>
    public readonly SetBits GetEnumerator() => this;

    /// <summary>Goes to the next set bit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MoveNext()
    {
        while (word == 0)
        {
            if (++index >= words.Length)
                return false;
            word = words[index] & mask[index];
        }

        Current = (index << 6) + BitOperations.TrailingZeroCount(word);
        word &= word - 1;
        return true;
    }
}
