using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace MetricsAsCode.Kernels;

// Bit i of the words stands for value i; bits behind the last value are zero. 64 values at a time make a word.

/// <summary>Compares whole runs of values and writes one bit for each.</summary>
internal static class MaskKernel
{
    private const int MostCompared = 16;

    /// <summary>The values that stand in a relation to one value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Compare<T, TTest>(ReadOnlySpan<T> values, T with, Span<ulong> hits)
        where T : unmanaged
        where TTest : struct, IMaskTest<T>
    {
        ref var first = ref MemoryMarshal.GetReference(values);
        var all = Vector512.Create(with);
        var words = values.Length >> 6;
        for (var word = 0; word < words; word++)
        {
            var bits = 0UL;
            for (var lane = 0; lane < 64; lane += Vector512<T>.Count)
                bits |= TTest.Of(Vector512.LoadUnsafe(ref first, (nuint)((word << 6) + lane)), all).ExtractMostSignificantBits() << lane;
            hits[word] = bits;
        }

        for (var i = words << 6; i < values.Length; i += 64)
        {
            var bits = 0UL;
            for (var j = i; j < values.Length; j++)
                bits |= (TTest.Of(values[j], with) ? 1UL : 0) << j;
            hits[i >> 6] = bits;
        }
    }

    /// <summary>The pairs that stand in a relation.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Compare<T, TTest>(ReadOnlySpan<T> left, ReadOnlySpan<T> right, Span<ulong> hits)
        where T : unmanaged
        where TTest : struct, IMaskTest<T>
    {
        right = right[..left.Length];
        ref var first = ref MemoryMarshal.GetReference(left);
        ref var second = ref MemoryMarshal.GetReference(right);
        var words = left.Length >> 6;
        for (var word = 0; word < words; word++)
        {
            var bits = 0UL;
            for (var lane = 0; lane < 64; lane += Vector512<T>.Count)
            {
                var at = (nuint)((word << 6) + lane);
                bits |= TTest.Of(Vector512.LoadUnsafe(ref first, at), Vector512.LoadUnsafe(ref second, at)).ExtractMostSignificantBits() << lane;
            }

            hits[word] = bits;
        }

        for (var i = words << 6; i < left.Length; i += 64)
        {
            var bits = 0UL;
            for (var j = i; j < left.Length; j++)
                bits |= (TTest.Of(left[j], right[j]) ? 1UL : 0) << j;
            hits[i >> 6] = bits;
        }
    }

    /// <summary>The codes that are marked; -1 is not.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Marked(ReadOnlySpan<int> codes, ReadOnlySpan<bool> marked, Span<ulong> hits)
    {
        for (var i = 0; i < codes.Length; i += 64)
        {
            var bits = 0UL;
            var last = Math.Min(64, codes.Length - i);
            for (var j = 0; j < last; j++)
            {
                var code = codes[i + j];
                bits |= ((uint)code < (uint)marked.Length && marked[code] ? 1UL : 0) << j;
            }

            hits[i >> 6] = bits;
        }
    }

    /// <summary>The bytes that are marked, of which there are 256 marks: those of few are compared with each, others looked up one by one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Marked(ReadOnlySpan<byte> bytes, ReadOnlySpan<bool> marked, Span<ulong> hits)
    {
        if (marked.Count(true) > MostCompared)
        {
            MarkedSingly(bytes, marked, hits);
            return;
        }

        Span<ulong> some = stackalloc ulong[hits.Length];
        hits.Clear();
        for (var mark = 0; mark < marked.Length; mark++)
        {
            if (!marked[mark])
                continue;
            Compare<byte, IsEqual<byte>>(bytes, (byte)mark, some);
            Or(hits, some);
        }
    }

    private static void MarkedSingly(ReadOnlySpan<byte> bytes, ReadOnlySpan<bool> marked, Span<ulong> hits)
    {
        for (var i = 0; i < bytes.Length; i += 64)
        {
            var bits = 0UL;
            var last = Math.Min(64, bytes.Length - i);
            for (var j = 0; j < last; j++)
                bits |= (marked[bytes[i + j]] ? 1UL : 0) << j;
            hits[i >> 6] = bits;
        }
    }

    /// <summary>The codes that are in a set, or that are not; -1 is neither.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Members(ReadOnlySpan<int> codes, ReadOnlySpan<ulong> members, bool isMember, Span<ulong> hits)
    {
        var turned = isMember ? 0UL : 1UL;
        for (var i = 0; i < codes.Length; i += 64)
        {
            var bits = 0UL;
            var last = Math.Min(64, codes.Length - i);
            for (var j = 0; j < last; j++)
            {
                var code = codes[i + j];
                bits |= code < 0 ? 0 : (((members[code >> 6] >> code) & 1) ^ turned) << j;
            }

            hits[i >> 6] = bits;
        }
    }

    /// <summary>Keeps the bits that are set in both. Nothing on the right stands for all.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void And(Span<ulong> hits, ReadOnlySpan<ulong> with)
    {
        if (with.IsEmpty)
            return;
        with = with[..hits.Length];
        for (var word = 0; word < hits.Length; word++)
            hits[word] &= with[word];
    }

    /// <summary>Adds the bits that are set in another.</summary>
    public static void Or(Span<ulong> hits, ReadOnlySpan<ulong> with)
    {
        with = with[..hits.Length];
        for (var word = 0; word < hits.Length; word++)
            hits[word] |= with[word];
    }

    /// <summary>The bits that are not set, of the first so many.</summary>
    public static void Not(ReadOnlySpan<ulong> bits, int count, Span<ulong> hits)
    {
        for (var word = 0; word < hits.Length; word++)
            hits[word] = ~bits[word];
        if ((count & 63) != 0)
            hits[count >> 6] &= ulong.MaxValue >> (64 - (count & 63));
    }

    /// <summary>How many bits are set.</summary>
    public static long Count(ReadOnlySpan<ulong> bits)
    {
        long count = 0;
        foreach (var word in bits)
            count += BitOperations.PopCount(word);
        return count;
    }

    /// <summary>How many bits are set in both.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static long Count(ReadOnlySpan<ulong> bits, ReadOnlySpan<ulong> with)
    {
        long count = 0;
        with = with[..bits.Length];
        for (var word = 0; word < bits.Length; word++)
            count += BitOperations.PopCount(bits[word] & with[word]);
        return count;
    }
}
