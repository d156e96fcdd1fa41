namespace MetricsAsCode.Values;

/// <summary>What a number counts.</summary>
public enum UnitKind
{
    /// <summary>Things: whole numbers.</summary>
    Count,

    /// <summary>A number without dimension that is neither a count nor a ratio.</summary>
    Number,

    /// <summary>A part of a whole; 1 is all of it.</summary>
    Ratio,

    /// <summary>An amount of one currency, in major units.</summary>
    Money,

    /// <summary>A length of time, in microseconds.</summary>
    Duration,

    /// <summary>Points on a scale.</summary>
    Score,

    /// <summary>Text.</summary>
    Text,

    /// <summary>A local date.</summary>
    Date,

    /// <summary>An instant.</summary>
    Timestamp,

    /// <summary>True or false.</summary>
    Boolean,
}
