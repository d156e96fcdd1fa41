using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace MetricsAsCode.Kernels;

/// <summary>Left equals right.</summary>
internal readonly struct IsEqual<T> : IMaskTest<T>
    where T : unmanaged, INumber<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Of(T left, T right) => left == right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Of(Vector512<T> left, Vector512<T> right) => Vector512.Equals(left, right);
}

/// <summary>Left differs from right.</summary>
internal readonly struct IsNotEqual<T> : IMaskTest<T>
    where T : unmanaged, INumber<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Of(T left, T right) => left != right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Of(Vector512<T> left, Vector512<T> right) => ~Vector512.Equals(left, right);
}

/// <summary>Left is less than right.</summary>
internal readonly struct IsLess<T> : IMaskTest<T>
    where T : unmanaged, INumber<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Of(T left, T right) => left < right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Of(Vector512<T> left, Vector512<T> right) => Vector512.LessThan(left, right);
}

/// <summary>Left is at most right.</summary>
internal readonly struct IsLessOrEqual<T> : IMaskTest<T>
    where T : unmanaged, INumber<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Of(T left, T right) => left <= right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Of(Vector512<T> left, Vector512<T> right) => Vector512.LessThanOrEqual(left, right);
}

/// <summary>A relation seen from its other side.</summary>
internal readonly struct Swapped<T, TTest> : IMaskTest<T>
    where T : unmanaged
    where TTest : struct, IMaskTest<T>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Of(T left, T right) => TTest.Of(right, left);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<T> Of(Vector512<T> left, Vector512<T> right) => TTest.Of(right, left);
}
