namespace MetricsAsCode.Compiler.Symbols;

/// <summary>What a metric's number measures.</summary>
public enum UnitKind
{
    Count,
    Number,
    Ratio,
    Money,
    Duration,
    Score,

    /// <summary>A condition over numbers, e.g. inside <c>share(count(orders) >= 2 per customer_id)</c>.</summary>
    Condition,
    Text,
    Date,
    Timestamp,

    /// <summary>An operand that is in error already; whatever is built on it is silent.</summary>
    Error,
}

/// <summary>The unit of a number. Money names its currency.</summary>
public sealed record Unit(UnitKind Kind, string? Currency = null)
{
    public static readonly Unit Count = new(UnitKind.Count);
    public static readonly Unit Number = new(UnitKind.Number);
    public static readonly Unit Ratio = new(UnitKind.Ratio);
    public static readonly Unit Duration = new(UnitKind.Duration);
    public static readonly Unit Score = new(UnitKind.Score);
    public static readonly Unit Condition = new(UnitKind.Condition);
    public static readonly Unit Text = new(UnitKind.Text);
    public static readonly Unit Date = new(UnitKind.Date);
    public static readonly Unit Timestamp = new(UnitKind.Timestamp);
    public static readonly Unit Error = new(UnitKind.Error);

    public static Unit Money(string currency) => new(UnitKind.Money, currency);

    public bool IsError => Kind == UnitKind.Error;

    /// <summary>Count, number, ratio and score have no dimension.</summary>
    public bool IsDimensionless => Kind is UnitKind.Count or UnitKind.Number or UnitKind.Ratio or UnitKind.Score;

    /// <summary>Dates and timestamps.</summary>
    public bool IsTemporal => Kind is UnitKind.Date or UnitKind.Timestamp;

    public bool IsNumeric => IsDimensionless || Kind is UnitKind.Money or UnitKind.Duration;

    /// <summary>The unit inside a sentence, e.g. <c>a ratio</c>.</summary>
    public string InWords => Kind is UnitKind.Money or UnitKind.Text ? ToString() : "a " + ToString();

    /// <summary>The unit in words, e.g. <c>money USD</c>.</summary>
    public override string ToString() => Kind == UnitKind.Money ? $"money {Currency}" : Kind.ToString().ToLowerInvariant();
}
