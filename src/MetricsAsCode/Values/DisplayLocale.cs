namespace MetricsAsCode.Values;

/// <summary>How digits are grouped. A product's <c>locale</c> chooses it; it never changes a number.</summary>
public sealed record DisplayLocale
{
    private DisplayLocale(int higherGroup) => HigherGroup = higherGroup;

    /// <summary>1,234,567.89 everywhere.</summary>
    public static DisplayLocale Invariant { get; } = new(3);

    /// <summary>12,34,567.89: lakh and crore.</summary>
    public static DisplayLocale Indian { get; } = new(2);

    /// <summary>The digits in each group but the lowest, which has three.</summary>
    public int HigherGroup { get; }

    /// <summary>The grouping of a locale such as <c>en-IN</c>; the invariant one when it has no grouping of its own here.</summary>
    public static DisplayLocale Of(string? locale) =>
        locale is not null && locale.EndsWith("-IN", StringComparison.OrdinalIgnoreCase) ? Indian : Invariant;

    /// <summary>Groups the digits of a whole number.</summary>
    internal string Group(string digits)
    {
        var end = digits.Length - 3;
        if (end <= 0)
            return digits;
        var text = digits[end..];
        for (; end > 0; end -= HigherGroup)
            text = $"{digits[Math.Max(0, end - HigherGroup)..end]},{text}";
        return text;
    }
}
