using System.Globalization;

namespace MetricsAsCode.Benchmarks.Cases;

// 1. Both have the same keys, and no value in the same places.
// 2. Whole numbers are equal to the last digit: counts, and sums of whole numbers.
// 3. Other numbers differ by at most 1e-9 of the larger one: the peers add up doubles, each in its own order.

/// <summary>Says whether two engines have computed the same. A time counts only after this.</summary>
internal static class SameResults
{
    private const double Tolerance = 1e-9;

    /// <summary>The first difference, with both values; null when there is none.</summary>
    public static string? Difference(IReadOnlyDictionary<string, double?> ours, IReadOnlyDictionary<string, double?> theirs)
    {
        foreach (var (key, expected) in ours.OrderBy(r => r.Key, StringComparer.Ordinal))
        {
            if (!theirs.TryGetValue(key, out double? found))
                return $"{key}: ours {Text(expected)}, theirs is not there";
            if (!IsSame(expected, found))
                return $"{key}: ours {Text(expected)}, theirs {Text(found)}";
        }

        return theirs.Keys.Order(StringComparer.Ordinal).FirstOrDefault(k => !ours.ContainsKey(k)) is { } more
            ? $"{more}: ours is not there, theirs {Text(theirs[more])}"
            : null;
    }

    private static bool IsSame(double? a, double? b)
    {
        if (a is not { } x || b is not { } y)
            return a is null && b is null;
        return double.IsInteger(x) && double.IsInteger(y) ? x == y : Math.Abs(x - y) <= Tolerance * Math.Max(Math.Abs(x), Math.Abs(y));
    }

    private static string Text(double? value) => value?.ToString("R", CultureInfo.InvariantCulture) ?? "no value";
}
