using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace MetricsAsCode.Data.Reading.Chunks;

/// <summary>64 bytes at a time as the bits of a word, the first byte in the lowest bit.</summary>
internal static class ByteMask
{
    /// <summary>The bytes of a mask.</summary>
    public const int Width = 64;

    /// <summary>Which of the 64 bytes at a place are a given one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Of(ref byte at, byte wanted) =>
        Vector512.IsHardwareAccelerated ? Of512(ref at, wanted) : Vector256.IsHardwareAccelerated ? Of256(ref at, wanted) : Of128(ref at, wanted);

    /// <summary>Which of the 64 bytes at a place are no ASCII.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong NotAscii(ref byte at) =>
        Vector512.IsHardwareAccelerated ? Vector512.LoadUnsafe(ref at).ExtractMostSignificantBits()
        : Vector256.LoadUnsafe(ref at).ExtractMostSignificantBits() | (ulong)Vector256.LoadUnsafe(ref at, 32).ExtractMostSignificantBits() << 32;

    /// <summary>
    /// Whether a byte stands between an opening quote (itself included) and its closing one (itself not): each bit is the parity of the quotes up to it.
    /// Six shifts are as fast as a carry-less product where quotes are rare, and the same on every machine.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Parity(ulong quotes)
    {
        quotes ^= quotes << 1;
        quotes ^= quotes << 2;
        quotes ^= quotes << 4;
        quotes ^= quotes << 8;
        quotes ^= quotes << 16;
        return quotes ^ quotes << 32;
    }

    /// <summary>The lowest bits of a word, 0 to 64.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Lowest(int bits) => bits >= Width ? ulong.MaxValue : (1UL << bits) - 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ulong Of512(ref byte at, byte wanted) => Vector512.Equals(Vector512.LoadUnsafe(ref at), Vector512.Create(wanted)).ExtractMostSignificantBits();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ulong Of256(ref byte at, byte wanted) => Half(ref at, wanted) | (ulong)Half(ref Unsafe.Add(ref at, 32), wanted) << 32;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ulong Of128(ref byte at, byte wanted) =>
        Quarter(ref at, wanted) | Quarter(ref Unsafe.Add(ref at, 16), wanted) << 16 | Quarter(ref Unsafe.Add(ref at, 32), wanted) << 32 | Quarter(ref Unsafe.Add(ref at, 48), wanted) << 48;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Half(ref byte at, byte wanted) => Vector256.Equals(Vector256.LoadUnsafe(ref at), Vector256.Create(wanted)).ExtractMostSignificantBits();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Quarter(ref byte at, byte wanted) => Vector128.Equals(Vector128.LoadUnsafe(ref at), Vector128.Create(wanted)).ExtractMostSignificantBits();
}
