namespace MetricsAsCode.Values;

/// <summary>What a value holds.</summary>
public enum ValueKind
{
    /// <summary>Nothing but the reason why.</summary>
    None,

    /// <summary>An exact decimal number: counts, money in major units, durations in microseconds.</summary>
    Exact,

    /// <summary>A finite double: ratios, averages, percentiles.</summary>
    Double,

    /// <summary>Text, or a value of a closed column.</summary>
    Text,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>A local date.</summary>
    Date,

    /// <summary>An instant.</summary>
    Timestamp,
}
