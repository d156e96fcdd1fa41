using MetricsAsCode.Engines.DuckDb;

namespace MetricsAsCode.Engines.Loading.Parquet;

/// <summary>The unit of a timestamp's number, as a fraction of microseconds.</summary>
/// <param name="Up">Microseconds in a unit, at least 1.</param>
/// <param name="Down">Units in a microsecond, at least 1.</param>
/// <param name="HasZone">Whether the number counts from an instant, not from a local time.</param>
internal sealed record TimeUnit(long Up, long Down, bool HasZone)
{
    public long PerSecond => 1_000_000 / Up * Down;

    /// <summary>Null for a type that is no timestamp.</summary>
    public static TimeUnit? Of(DuckDbType type) => type switch
    {
        DuckDbType.Timestamp => new(1, 1, HasZone: false),
        DuckDbType.TimestampWithZone => new(1, 1, HasZone: true),
        DuckDbType.TimestampSeconds => new(1_000_000, 1, HasZone: false),
        DuckDbType.TimestampMilliseconds => new(1_000, 1, HasZone: false),
        DuckDbType.TimestampNanoseconds => new(1, 1_000, HasZone: false),
        _ => null,
    };
}
