using System.Runtime.CompilerServices;

namespace MetricsAsCode.Calculation;

/// <summary>Arithmetic of row values in binary doubles; null is missing.</summary>
public static class Real
{
    /// <summary>Real quotient; missing when the divisor is zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double? Divide(double? dividend, double? divisor) => divisor is 0 ? null : dividend / divisor;

    /// <summary>To an integer, half to even.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double? Round(double? value) => value is { } v ? Math.Round(v, MidpointRounding.ToEven) : null;

    /// <summary>Towards minus infinity.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double? Floor(double? value) => value is { } v ? Math.Floor(v) : null;

    /// <summary>Towards plus infinity.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double? Ceil(double? value) => value is { } v ? Math.Ceiling(v) : null;

    /// <summary>Without its sign.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double? Abs(double? value) => value is { } v ? Math.Abs(v) : null;

    /// <summary>The smaller one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double? Min(double? a, double? b) => a is { } x && b is { } y ? Math.Min(x, y) : null;

    /// <summary>The larger one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double? Max(double? a, double? b) => a is { } x && b is { } y ? Math.Max(x, y) : null;
}
