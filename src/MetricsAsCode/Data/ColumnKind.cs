namespace MetricsAsCode.Data;

/// <summary>The column types of the language, each with the way its values are stored.</summary>
public enum ColumnKind
{
    /// <summary>Text, stored as codes of a dictionary (<see cref="TextColumn"/>).</summary>
    Text,

    /// <summary>Whole numbers, stored as <see cref="long"/>.</summary>
    Integer,

    /// <summary>Binary floating point, always finite, stored as <see cref="double"/>.</summary>
    Number,

    /// <summary>Exact fixed point, stored as <see cref="long"/> scaled by 10^Scale.</summary>
    Decimal,

    /// <summary>True or false, stored as <see cref="bool"/>.</summary>
    Boolean,

    /// <summary>Calendar days, stored as <see cref="int"/> days since 1970-01-01.</summary>
    Date,

    /// <summary>Instants, stored as <see cref="long"/> microseconds since 1970-01-01T00:00Z.</summary>
    Timestamp,

    /// <summary>Lengths of time, stored as <see cref="long"/> microseconds.</summary>
    Duration,

    /// <summary>Amounts of one currency, exact, stored as <see cref="long"/> scaled by 10^Scale.</summary>
    Money,
}
