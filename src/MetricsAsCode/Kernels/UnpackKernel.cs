using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace MetricsAsCode.Kernels;

/// <summary>Brings packed numbers back to the width that other kernels work with.</summary>
internal static class UnpackKernel
{
    /// <summary>Widens bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Widen(ReadOnlySpan<byte> narrow, Span<uint> wide)
    {
        var i = 0;
        for (; i <= narrow.Length - Vector512<byte>.Count; i += Vector512<byte>.Count)
        {
            var (low, high) = Vector512.Widen(Vector512.Create(narrow.Slice(i, Vector512<byte>.Count)));
            Store(low, wide.Slice(i, Vector512<ushort>.Count));
            Store(high, wide.Slice(i + Vector512<ushort>.Count, Vector512<ushort>.Count));
        }

        for (; i < narrow.Length; i++)
            wide[i] = narrow[i];
    }

    /// <summary>Widens numbers of two bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Widen(ReadOnlySpan<ushort> narrow, Span<uint> wide)
    {
        var i = 0;
        for (; i <= narrow.Length - Vector512<ushort>.Count; i += Vector512<ushort>.Count)
            Store(Vector512.Create(narrow.Slice(i, Vector512<ushort>.Count)), wide.Slice(i, Vector512<ushort>.Count));
        for (; i < narrow.Length; i++)
            wide[i] = narrow[i];
    }

    /// <summary>The numbers that lie so many steps behind a start.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Scale(ReadOnlySpan<uint> steps, long start, long step, Span<long> values)
    {
        var i = 0;
        var (starts, of) = (Vector512.Create(start), Vector512.Create(step));
        for (; i <= steps.Length - Vector512<uint>.Count; i += Vector512<uint>.Count)
        {
            var (low, high) = Vector512.Widen(Vector512.Create(steps.Slice(i, Vector512<uint>.Count)));
            (starts + (low.AsInt64() * of)).CopyTo(values.Slice(i, Vector512<long>.Count));
            (starts + (high.AsInt64() * of)).CopyTo(values.Slice(i + Vector512<long>.Count, Vector512<long>.Count));
        }

        for (; i < steps.Length; i++)
            values[i] = start + (step * steps[i]);
    }

    /// <summary>Adds one number to all.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Shift(Span<int> values, int by)
    {
        var i = 0;
        for (; i <= values.Length - Vector512<int>.Count; i += Vector512<int>.Count)
        {
            var some = values.Slice(i, Vector512<int>.Count);
            (Vector512.Create<int>(some) + Vector512.Create(by)).CopyTo(some);
        }

        for (; i < values.Length; i++)
            values[i] += by;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Vector512<ushort> narrow, Span<uint> wide)
    {
        var (low, high) = Vector512.Widen(narrow);
        low.CopyTo(wide);
        high.CopyTo(wide[Vector512<uint>.Count..]);
    }
}
