using System.Runtime.CompilerServices;

namespace MetricsAsCode.Kernels;

/// <summary>Values as integers in the same order.</summary>
internal static class RankKey
{
    /// <summary>Whether values of a type have such keys.</summary>
    public static bool Has<T>() => typeof(T) == typeof(long) || typeof(T) == typeof(double) || typeof(T) == typeof(int) || typeof(T) == typeof(uint);

    /// <summary>The key of a value. Both zeros of doubles have one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Of<T>(T value)
    {
        if (typeof(T) == typeof(long))
            return (long)(object)value!;
        if (typeof(T) == typeof(int))
            return (int)(object)value!;
        if (typeof(T) == typeof(uint))
            return (uint)(object)value!;
        var bits = BitConverter.DoubleToInt64Bits((double)(object)value! + 0.0);
        return bits ^ ((bits >> 63) & long.MaxValue);
    }
}
