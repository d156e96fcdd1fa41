using System.Runtime.CompilerServices;

namespace MetricsAsCode.Calculation;

/// <summary>
/// Three-valued comparisons: null stands for a missing operand and for an unknown answer. <c>and</c> and <c>or</c> of such answers are C#'s own
/// <c>&amp;</c> and <c>|</c> on <c>bool?</c>, <c>not</c> is <c>!</c>, and a condition holds when the answer <c>is true</c>.
/// </summary>
public static class Tri
{
    /// <summary>Whether a equals b.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool? Equal(int? a, int? b) => a is { } x && b is { } y ? x == y : null;

    /// <summary>Whether a differs from b.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool? NotEqual(int? a, int? b) => a is { } x && b is { } y ? x != y : null;

    /// <summary>Whether a comes before b.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool? Less(int? a, int? b) => a is { } x && b is { } y ? x < y : null;

    /// <summary>Whether a does not come after b.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool? LessOrEqual(int? a, int? b) => a is { } x && b is { } y ? x <= y : null;

    /// <summary>Whether a comes after b.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool? Greater(int? a, int? b) => a is { } x && b is { } y ? x > y : null;

    /// <summary>Whether a does not come before b.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool? GreaterOrEqual(int? a, int? b) => a is { } x && b is { } y ? x >= y : null;

    /// <summary>Whether a equals b.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool? Equal(long? a, long? b) => a is { } x && b is { } y ? x == y : null;

    /// <summary>Whether a differs from b.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool? NotEqual(long? a, long? b) => a is { } x && b is { } y ? x != y : null;

    /// <summary>Whether a comes before b.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool? Less(long? a, long? b) => a is { } x && b is { } y ? x < y : null;

    /// <summary>Whether a does not come after b.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool? LessOrEqual(long? a, long? b) => a is { } x && b is { } y ? x <= y : null;

    /// <summary>Whether a comes after b.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool? Greater(long? a, long? b) => a is { } x && b is { } y ? x > y : null;

    /// <summary>Whether a does not come before b.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool? GreaterOrEqual(long? a, long? b) => a is { } x && b is { } y ? x >= y : null;

    /// <summary>Whether a equals b.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool? Equal(double? a, double? b) => a is { } x && b is { } y ? x == y : null;

    /// <summary>Whether a differs from b.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool? NotEqual(double? a, double? b) => a is { } x && b is { } y ? x != y : null;

    /// <summary>Whether a comes before b.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool? Less(double? a, double? b) => a is { } x && b is { } y ? x < y : null;

    /// <summary>Whether a does not come after b.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool? LessOrEqual(double? a, double? b) => a is { } x && b is { } y ? x <= y : null;

    /// <summary>Whether a comes after b.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool? Greater(double? a, double? b) => a is { } x && b is { } y ? x > y : null;

    /// <summary>Whether a does not come before b.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool? GreaterOrEqual(double? a, double? b) => a is { } x && b is { } y ? x >= y : null;

    /// <summary>Whether a equals b.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool? Equal(Int128? a, Int128? b) => a is { } x && b is { } y ? x == y : null;

    /// <summary>Whether a differs from b.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool? NotEqual(Int128? a, Int128? b) => a is { } x && b is { } y ? x != y : null;

    /// <summary>Whether a comes before b.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool? Less(Int128? a, Int128? b) => a is { } x && b is { } y ? x < y : null;

    /// <summary>Whether a does not come after b.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool? LessOrEqual(Int128? a, Int128? b) => a is { } x && b is { } y ? x <= y : null;

    /// <summary>Whether a comes after b.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool? Greater(Int128? a, Int128? b) => a is { } x && b is { } y ? x > y : null;

    /// <summary>Whether a does not come before b.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool? GreaterOrEqual(Int128? a, Int128? b) => a is { } x && b is { } y ? x >= y : null;

    /// <summary>Whether a equals b.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool? Equal(bool? a, bool? b) => a is { } x && b is { } y ? x == y : null;

    /// <summary>Whether a differs from b.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool? NotEqual(bool? a, bool? b) => a is { } x && b is { } y ? x != y : null;

    /// <summary>Whether a equals b, as texts by their UTF-8 bytes.</summary>
    public static bool? Equal(string? a, string? b) => a is null || b is null ? null : string.Equals(a, b, StringComparison.Ordinal);

    /// <summary>Whether a differs from b, as texts by their UTF-8 bytes.</summary>
    public static bool? NotEqual(string? a, string? b) => a is null || b is null ? null : !string.Equals(a, b, StringComparison.Ordinal);

    /// <summary>Whether a comes before b, as texts by their UTF-8 bytes.</summary>
    public static bool? Less(string? a, string? b) => a is null || b is null ? null : Texts.Compare(a, b) < 0;

    /// <summary>Whether a does not come after b, as texts by their UTF-8 bytes.</summary>
    public static bool? LessOrEqual(string? a, string? b) => a is null || b is null ? null : Texts.Compare(a, b) <= 0;

    /// <summary>Whether a comes after b, as texts by their UTF-8 bytes.</summary>
    public static bool? Greater(string? a, string? b) => a is null || b is null ? null : Texts.Compare(a, b) > 0;

    /// <summary>Whether a does not come before b, as texts by their UTF-8 bytes.</summary>
    public static bool? GreaterOrEqual(string? a, string? b) => a is null || b is null ? null : Texts.Compare(a, b) >= 0;
}
