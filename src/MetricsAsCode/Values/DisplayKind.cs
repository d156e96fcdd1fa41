namespace MetricsAsCode.Values;

/// <summary>How a value is written; it never changes the value.</summary>
public enum DisplayKind
{
    /// <summary>As it is: text, dates, booleans.</summary>
    Plain,

    /// <summary>Hundredths of a ratio: <c>12.5%</c>.</summary>
    Percent,

    /// <summary>A ratio as it is: <c>0.125</c>.</summary>
    Ratio,

    /// <summary>Hundredths of a ratio with their sign: <c>+12.5 points</c>.</summary>
    Points,

    /// <summary>A whole number: <c>1,234</c>.</summary>
    Count,

    /// <summary>A number: <c>1,234.57</c>.</summary>
    Number,

    /// <summary>An amount with its currency: <c>1,265,793.04 USD</c>.</summary>
    Money,

    /// <summary>A length of time in its two largest units: <c>8 d 12 h</c>.</summary>
    Duration,

    /// <summary>Points on a scale: <c>4.2 of 5</c>.</summary>
    Score,

    /// <summary>A ratio for so many: <c>12.0 per 1,000</c>.</summary>
    Per,
}
