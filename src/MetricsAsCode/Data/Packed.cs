using System.Diagnostics;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using MetricsAsCode.Kernels;

namespace MetricsAsCode.Data;

// A pass over a column costs what it reads: amounts of a shop fit into 4 bytes, ratings into one, and times of whole seconds into 4.

/// <summary>Whole numbers in as few bytes as they need: each is a start and so many steps, which are counted in 1, 2 or 4 bytes. Does not change.</summary>
internal sealed class Packed
{
    private const int Piece = 1024;
    private const long Second = 1_000_000;
    private const long Millisecond = 1_000;

    private readonly byte[]? bytes;
    private readonly ushort[]? shorts;
    private readonly uint[]? ints;

    /// <param name="start">The smallest number.</param>
    /// <param name="step">How far one step goes.</param>
    /// <param name="last">How many steps the largest number is away.</param>
    /// <param name="steps">By row the steps: bytes, or unsigned numbers of two or four.</param>
    public Packed(long start, long step, uint last, Array steps)
    {
        (Start, Step, Last, Length) = (start, step, last, steps.Length);
        (bytes, shorts, ints) = (steps as byte[], steps as ushort[], steps as uint[]);
    }

    /// <summary>The smallest number.</summary>
    public long Start { get; }

    /// <summary>How far one step goes.</summary>
    public long Step { get; }

    /// <summary>How many steps the largest number is away.</summary>
    public uint Last { get; }

    /// <summary>How many numbers there are.</summary>
    public int Length { get; }

    /// <summary>The bytes of a number.</summary>
    public int Width => bytes is not null ? 1 : shorts is not null ? 2 : 4;

    /// <summary>The steps where they stand when they have one byte; else nothing.</summary>
    public ReadOnlySpan<byte> Bytes => bytes;

    /// <summary>The same for two bytes.</summary>
    public ReadOnlySpan<ushort> Shorts => shorts;

    /// <summary>The same for four.</summary>
    public ReadOnlySpan<uint> Ints => ints;

    /// <summary>One number.</summary>
    public long this[int row]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => Start + (Step * (ints is not null ? ints[row] : bytes is not null ? bytes[row] : shorts![row]));
    }

    /// <summary>Numbers packed; null when they need 8 bytes. What stands at a missing row is lost.</summary>
    /// <param name="values">The numbers.</param>
    /// <param name="known">The rows whose number counts; null for all.</param>
    public static Packed? TryOf(ReadOnlySpan<long> values, Bitmap? known)
    {
        var (low, high) = ExtentOf(values, known);
        var distance = low > high ? 0 : (ulong)high - (ulong)low;
        return distance <= byte.MaxValue ? new Packed(low > high ? 0 : low, 1, (uint)distance, Narrow<byte>(values, known, low))
            : distance <= ushort.MaxValue ? new Packed(low, 1, (uint)distance, Narrow<ushort>(values, known, low))
            : distance <= uint.MaxValue ? new Packed(low, 1, (uint)distance, Narrow<uint>(values, known, low))
            : distance / Second <= uint.MaxValue && Divide(values, known, low, Second) is { } seconds ? new Packed(low, Second, (uint)(distance / Second), seconds)
            : distance / Millisecond <= uint.MaxValue && Divide(values, known, low, Millisecond) is { } milliseconds ? new Packed(low, Millisecond, (uint)(distance / Millisecond), milliseconds)
            : null;
    }

    /// <summary>Takes over small numbers from 0 on.</summary>
    public static Packed Of(ushort[] numbers) => new(0, 1, numbers.Length == 0 ? 0u : ExtentKernel.Of<ushort>(numbers).High, numbers);

    /// <summary>Codes of a dictionary packed, -1 among them; null when they need 4 bytes.</summary>
    /// <param name="codes">The codes.</param>
    /// <param name="count">How many codes there are.</param>
    public static Packed? TryOf(ReadOnlySpan<int> codes, int count) =>
        count <= byte.MaxValue ? new Packed(-1, 1, (uint)count, Narrow<byte>(codes))
        : count <= ushort.MaxValue ? new Packed(-1, 1, (uint)count, Narrow<ushort>(codes))
        : null;

    /// <summary>Some numbers, from a row on.</summary>
    public void Fill(int from, Span<long> into)
    {
        Span<uint> some = stackalloc uint[Piece];
        for (var done = 0; done < into.Length; done += Piece)
        {
            var count = Math.Min(Piece, into.Length - done);
            UnpackKernel.Scale(Steps(from + done, some[..count]), Start, Step, into.Slice(done, count));
        }
    }

    /// <summary>Some codes, from a row on.</summary>
    public void Fill(int from, Span<int> into)
    {
        Debug.Assert(ints is null && Step == 1, "Codes are packed into one byte or two.");
        Steps(from, MemoryMarshal.Cast<int, uint>(into));
        UnpackKernel.Shift(into, (int)Start);
    }

    /// <summary>The steps of some numbers, where they stand or in <paramref name="scratch"/>.</summary>
    public ReadOnlySpan<uint> Steps(int from, Span<uint> scratch)
    {
        if (ints is not null)
            return ints.AsSpan(from, scratch.Length);
        if (bytes is not null)
            UnpackKernel.Widen(bytes.AsSpan(from, scratch.Length), scratch);
        else
            UnpackKernel.Widen(shorts.AsSpan(from, scratch.Length), scratch);
        return scratch;
    }

    private static (long Low, long High) ExtentOf(ReadOnlySpan<long> values, Bitmap? known)
    {
        if (known is null && values.Length > 0)
            return ExtentKernel.Of(values);
        var (low, high) = (long.MaxValue, long.MinValue);
        foreach (var row in new SetBits(known is null ? [] : known.Words))
            (low, high) = (Math.Min(low, values[row]), Math.Max(high, values[row]));
        return (low, high);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static T[] Narrow<T>(ReadOnlySpan<long> values, Bitmap? known, long start)
        where T : unmanaged, IBinaryInteger<T>
    {
        var steps = GC.AllocateUninitializedArray<T>(values.Length);
        for (var row = 0; row < steps.Length; row++)
            steps[row] = T.CreateTruncating(values[row] - start);
        ClearMissing(steps, known);
        return steps;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static T[] Narrow<T>(ReadOnlySpan<int> codes)
        where T : unmanaged, IBinaryInteger<T>
    {
        var steps = GC.AllocateUninitializedArray<T>(codes.Length);
        for (var row = 0; row < steps.Length; row++)
            steps[row] = T.CreateTruncating(codes[row] + 1);
        return steps;
    }

    // Null when a number lies between two steps. A missing one that does is none; the step is a constant to the compiler, which then need not divide.
    private static uint[]? Divide(ReadOnlySpan<long> values, Bitmap? known, long start, long step)
    {
        var steps = GC.AllocateUninitializedArray<uint>(values.Length);
        for (var row = 0; row < steps.Length; row++)
        {
            var distance = (ulong)(values[row] - start);
            var count = step == Second ? distance / Second : distance / Millisecond;
            if (count * (ulong)step != distance && (known is null || known[row]))
                return null;
            steps[row] = (uint)count;
        }

        ClearMissing(steps, known);
        return steps;
    }

    private static void ClearMissing<T>(T[] steps, Bitmap? known)
        where T : unmanaged
    {
        if (known is null)
            return;
        for (var word = 0; word < known.Words.Length; word++)
        {
            for (var missing = ~known.Words[word]; missing != 0; missing &= missing - 1)
            {
                if ((word << 6) + BitOperations.TrailingZeroCount(missing) is var row && row < steps.Length)
                    steps[row] = default;
            }
        }
    }
}
