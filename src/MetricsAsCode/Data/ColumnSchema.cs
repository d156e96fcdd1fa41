namespace MetricsAsCode.Data;

/// <summary>The contract of one declared column.</summary>
/// <param name="Name">The declared name.</param>
/// <param name="Type">What its values are.</param>
public sealed record ColumnSchema(string Name, ColumnType Type)
{
    /// <summary>Whether the column is the key or a part of the compound key: never missing, and unique (together with the other parts).</summary>
    public bool IsKey { get; init; }

    /// <summary>Whether a cell may be missing.</summary>
    public bool IsOptional { get; init; }

    /// <summary>Whether this is the event time of the rows.</summary>
    public bool IsTime { get; init; }

    /// <summary>The name in the file, when it is another one.</summary>
    public string? FileName { get; init; }

    /// <summary>The IANA zone of timestamps without an offset; null is UTC.</summary>
    public string? Zone { get; init; }

    /// <summary>The source whose key the values name.</summary>
    public string? References { get; init; }

    /// <summary>The only texts a known cell may hold; null allows all.</summary>
    public IReadOnlyList<string>? AllowedTexts { get; init; }

    /// <summary>The smallest value allowed, itself included: in the unit the file is written in; for dates in days, for timestamps and durations in microseconds.</summary>
    public decimal? Low { get; init; }

    /// <summary>The largest value allowed, itself included, in the unit of <see cref="Low"/>.</summary>
    public decimal? High { get; init; }
}
