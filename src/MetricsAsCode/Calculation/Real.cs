using System.Runtime.CompilerServices;

namespace MetricsAsCode.Calculation;

/// <summary>Arithmetic of row values in binary doubles; null is missing.</summary>
public static class Real
{
    /// <summary>The number itself.</summary>
    /// <exception cref="OverflowException">It is beyond the range of doubles.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Finite(double value) => double.IsFinite(value) ? value : throw Beyond();

    /// <summary>The number itself.</summary>
    /// <exception cref="OverflowException">It is beyond the range of doubles.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double? Finite(double? value) => value is { } known && !double.IsFinite(known) ? throw Beyond() : value;

    /// <summary>Real quotient; missing when the divisor is zero.</summary>
    /// <exception cref="OverflowException">It is beyond the range of doubles.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double? Divide(double? dividend, double? divisor) => divisor is 0 ? null : Finite(dividend / divisor);

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

    private static OverflowException Beyond() => new("The result is beyond the range of doubles.");
}
