using System.Runtime.CompilerServices;

namespace MetricsAsCode.Calculation;

/// <summary>Choices among whole row values (integers, dates, times); null is missing and makes the result missing.</summary>
public static class Whole
{
    /// <summary>The smaller one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long? Min(long? a, long? b) => a is { } x && b is { } y ? Math.Min(x, y) : null;

    /// <summary>The larger one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long? Max(long? a, long? b) => a is { } x && b is { } y ? Math.Max(x, y) : null;

    /// <summary>The earlier date.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int? Min(int? a, int? b) => a is { } x && b is { } y ? Math.Min(x, y) : null;

    /// <summary>The later date.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int? Max(int? a, int? b) => a is { } x && b is { } y ? Math.Max(x, y) : null;
}
