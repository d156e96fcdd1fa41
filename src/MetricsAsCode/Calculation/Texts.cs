namespace MetricsAsCode.Calculation;

/// <summary>Functions of texts; null is missing and makes the result missing.</summary>
public static class Texts
{
    /// <summary>Compares by UTF-8 bytes, which is by code points. Negative when <paramref name="left"/> comes first.</summary>
    public static int Compare(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        var same = left.CommonPrefixLength(right);
        return same == left.Length || same == right.Length
            ? left.Length.CompareTo(right.Length)
            : CodePointRank(left[same]).CompareTo(CodePointRank(right[same]));
    }

    /// <summary>Folds A to Z, nothing else.</summary>
    public static string? Lower(string? text) =>
        text is null || !text.AsSpan().ContainsAnyInRange('A', 'Z')
            ? text
            : string.Create(text.Length, text, static (result, from) =>
            {
                for (var i = 0; i < result.Length; i++)
                    result[i] = from[i] is >= 'A' and <= 'Z' ? (char)(from[i] | 0x20) : from[i];
            });

    /// <summary>Whether a part stands anywhere in a text.</summary>
    public static bool? Contains(string? text, string? part) => text is null || part is null ? null : text.Contains(part, StringComparison.Ordinal);

    /// <summary>Whether a text starts with a part.</summary>
    public static bool? StartsWith(string? text, string? part) => text is null || part is null ? null : text.StartsWith(part, StringComparison.Ordinal);

    /// <summary>Whether a text ends with a part.</summary>
    public static bool? EndsWith(string? text, string? part) => text is null || part is null ? null : text.EndsWith(part, StringComparison.Ordinal);

    // A surrogate stands for a code point beyond U+FFFF: it comes after every other UTF-16 unit, also after U+E000 to U+FFFF.
    private static int CodePointRank(char unit) => char.IsSurrogate(unit) ? unit + 0x1_0000 : unit;
}
