namespace MetricsAsCode.Engines.Sql;

/// <summary>A database that answers SQL. One statement at a time.</summary>
internal interface ISqlConnection : IDisposable
{
    /// <summary>
    /// The rows of a statement; null is NULL, other values are bool, long, Int128, <see cref="Values.Exact"/> (decimals), double, string, DateOnly or <see cref="Time.Instant"/>.
    /// </summary>
    /// <exception cref="Data.DataException">The engine cannot answer.</exception>
    IEnumerable<IReadOnlyList<object?>> Query(string sql, CancellationToken cancellation);
}
