namespace MetricsAsCode.Engines.DuckDb;

/// <summary>A column of a result.</summary>
/// <param name="Name">Its name in the query.</param>
/// <param name="Type">What its values are.</param>
/// <param name="Width">Digits of a decimal in all, 0 for other types.</param>
/// <param name="Scale">Digits of a decimal after the point, 0 for other types.</param>
internal sealed record DuckDbColumn(string Name, DuckDbType Type, int Width = 0, int Scale = 0)
{
    /// <summary>How a value lies in memory: a decimal as the whole number that its width needs.</summary>
    public DuckDbType StoredType => this switch
    {
        { Type: not DuckDbType.Decimal } => Type,
        { Width: <= 4 } => DuckDbType.SmallInt,
        { Width: <= 9 } => DuckDbType.Integer,
        { Width: <= 18 } => DuckDbType.BigInt,
        _ => DuckDbType.HugeInt,
    };

    /// <summary>The type in the words of SQL.</summary>
    public string SqlType => Type switch
    {
        DuckDbType.Decimal => FormattableString.Invariant($"DECIMAL({Width}, {Scale})"),
        DuckDbType.TimestampSeconds => "TIMESTAMP_S",
        DuckDbType.TimestampMilliseconds => "TIMESTAMP_MS",
        DuckDbType.TimestampNanoseconds => "TIMESTAMP_NS",
        DuckDbType.TimestampWithZone => "TIMESTAMPTZ",
        DuckDbType.TimeWithZone => "TIMETZ",
        _ => Type.ToString().ToUpperInvariant(),
    };
}
