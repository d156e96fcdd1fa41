using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using MetricsAsCode.Data;

namespace MetricsAsCode.Kernels;

/// <summary>Moves codes of groups and entities along references and between dictionaries.</summary>
internal static class CodeKernel
{
    /// <summary>The code at each linked row; -1 where the link is missing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Gather(TextCodes codes, ReadOnlySpan<int> link, Span<int> into)
    {
        for (var i = 0; i < into.Length; i++)
            into[i] = link[i] < 0 ? -1 : codes[link[i]];
    }

    /// <summary>Replaces each code by its meaning, and -1 by the code for missing.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Translate(Span<int> codes, int[]? meaning, int missing)
    {
        for (var i = 0; i < codes.Length; i++)
            codes[i] = codes[i] < 0 ? missing : meaning is null ? codes[i] : meaning[codes[i]];
    }

    /// <summary>One slot for each row, from its code and its bucket; -1 where the row has no code or its bucket is not asked for.</summary>
    /// <param name="stretches">The row's elementary stretch of time.</param>
    /// <param name="wanted">The bucket asked for in which each elementary stretch lies, -1 for none.</param>
    /// <param name="codes">The row's code, or nothing when all rows have code 0.</param>
    /// <param name="ofCode">How far the slots of one code are from those of the next.</param>
    /// <param name="ofBucket">How far the slots of one bucket are from those of the next.</param>
    /// <param name="slots">The result.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Slots(ReadOnlySpan<int> stretches, ReadOnlySpan<int> wanted, ReadOnlySpan<int> codes, int ofCode, int ofBucket, Span<int> slots)
    {
        for (var i = 0; i < slots.Length; i++)
        {
            var bucket = wanted[stretches[i]];
            var code = codes.IsEmpty ? 0 : codes[i];
            slots[i] = bucket < 0 || code < 0 ? -1 : (code * ofCode) + (bucket * ofBucket);
        }
    }

    /// <summary>The same where all rows lie in one bucket.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Slots(ReadOnlySpan<int> codes, int first, int ofCode, Span<int> slots)
    {
        var i = 0;
        var (step, start, none) = (Vector512.Create(ofCode), Vector512.Create(first), Vector512.Create(-1));
        for (; i <= slots.Length - Vector512<int>.Count; i += Vector512<int>.Count)
        {
            var code = Vector512.Create(codes.Slice(i, Vector512<int>.Count));
            Vector512.ConditionalSelect(Vector512.LessThan(code, Vector512<int>.Zero), none, (code * step) + start).CopyTo(slots[i..]);
        }

        for (; i < slots.Length; i++)
            slots[i] = codes[i] < 0 ? -1 : (codes[i] * ofCode) + first;
    }
}
