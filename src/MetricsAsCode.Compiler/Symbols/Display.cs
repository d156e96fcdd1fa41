namespace MetricsAsCode.Compiler.Symbols;

/// <summary>How a number is shown; it never changes the value.</summary>
public enum DisplayKind
{
    Percent,
    Ratio,
    Points,
    Count,
    Number,
    Money,
    Duration,

    /// <summary><c>score of 5</c>; the base is the best score, or 0 when none is named.</summary>
    Score,

    /// <summary><c>per 1000</c>; the base is the thousand.</summary>
    Per,
    Text,
    Date,
    Timestamp,
}

/// <summary>A display form and its base, for <c>score of 5</c> and <c>per 1000</c>.</summary>
public sealed record Display(DisplayKind Kind, decimal Base = 0);
