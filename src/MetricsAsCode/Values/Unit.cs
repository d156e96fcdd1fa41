namespace MetricsAsCode.Values;

/// <summary>The unit of a value.</summary>
/// <param name="Kind">What it counts.</param>
/// <param name="Currency">The ISO 4217 code of money; null for all else.</param>
public sealed record Unit(UnitKind Kind, string? Currency = null)
{
    /// <summary>Things.</summary>
    public static Unit Count { get; } = new(UnitKind.Count);

    /// <summary>A number without dimension.</summary>
    public static Unit Number { get; } = new(UnitKind.Number);

    /// <summary>A part of a whole.</summary>
    public static Unit Ratio { get; } = new(UnitKind.Ratio);

    /// <summary>A length of time.</summary>
    public static Unit Duration { get; } = new(UnitKind.Duration);

    /// <summary>Points on a scale.</summary>
    public static Unit Score { get; } = new(UnitKind.Score);

    /// <summary>Text.</summary>
    public static Unit Text { get; } = new(UnitKind.Text);

    /// <summary>A local date.</summary>
    public static Unit Date { get; } = new(UnitKind.Date);

    /// <summary>An instant.</summary>
    public static Unit Timestamp { get; } = new(UnitKind.Timestamp);

    /// <summary>True or false.</summary>
    public static Unit Boolean { get; } = new(UnitKind.Boolean);

    /// <summary>An amount of one currency, given by its ISO 4217 code.</summary>
    public static Unit Money(string currency) => new(UnitKind.Money, currency);

    /// <summary>The unit in words: <c>count</c>, <c>money INR</c>.</summary>
    public override string ToString()
    {
        var word = Kind.ToString().ToLowerInvariant();
        return Currency is null ? word : $"{word} {Currency}";
    }
}
