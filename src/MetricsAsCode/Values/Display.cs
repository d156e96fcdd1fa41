namespace MetricsAsCode.Values;

/// <summary>How a value is written: <c>as percent</c>, <c>as score of 5</c>, <c>as per 1000</c>.</summary>
/// <param name="Kind">The form.</param>
/// <param name="Base">The 5 of <c>score of 5</c> and the 1000 of <c>per 1000</c>; null for all else.</param>
public sealed record Display(DisplayKind Kind, long? Base = null)
{
    /// <summary>Digits after the point; null: as many as suit the form.</summary>
    public int? Decimals { get; init; }

    /// <summary>As it is.</summary>
    public static Display Plain { get; } = new(DisplayKind.Plain);

    /// <summary><c>12.5%</c></summary>
    public static Display Percent { get; } = new(DisplayKind.Percent);

    /// <summary><c>0.125</c></summary>
    public static Display Ratio { get; } = new(DisplayKind.Ratio);

    /// <summary><c>+12.5 points</c></summary>
    public static Display Points { get; } = new(DisplayKind.Points);

    /// <summary><c>1,234</c></summary>
    public static Display Count { get; } = new(DisplayKind.Count);

    /// <summary><c>1,234.57</c></summary>
    public static Display Number { get; } = new(DisplayKind.Number);

    /// <summary><c>1,265,793.04 USD</c></summary>
    public static Display Money { get; } = new(DisplayKind.Money);

    /// <summary><c>8 d 12 h</c></summary>
    public static Display Duration { get; } = new(DisplayKind.Duration);

    /// <summary>A score without a stated highest: <c>4.2</c>.</summary>
    public static Display Score { get; } = new(DisplayKind.Score);

    /// <summary><c>4.2 of 5</c></summary>
    public static Display ScoreOf(long highest) => new(DisplayKind.Score, highest);

    /// <summary><c>12.0 per 1,000</c></summary>
    public static Display Per(long many) => new(DisplayKind.Per, many);

    /// <summary>How a unit is written when the definition does not say: ratios as percent.</summary>
    public static Display Of(Unit unit) => unit.Kind switch
    {
        UnitKind.Count => Count,
        UnitKind.Number => Number,
        UnitKind.Ratio => Percent,
        UnitKind.Money => Money,
        UnitKind.Duration => Duration,
        UnitKind.Score => Score,
        _ => Plain,
    };
}
