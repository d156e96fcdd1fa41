using MetricsAsCode.Data;

namespace MetricsAsCode.Engines.DuckDb;

// Text is VARCHAR, integer BIGINT, number DOUBLE, decimal and money DECIMAL(18, scale), boolean BOOLEAN, date DATE,
// timestamp TIMESTAMP in UTC, duration BIGINT of microseconds. A missing value is NULL.

/// <summary>Makes tables of frames, which have been read and checked against their contract like those of every engine.</summary>
internal static class DuckDbTables
{
    /// <summary>Makes a table with the name and the columns of a frame, and fills it.</summary>
    /// <exception cref="DuckDbException">There is such a table already.</exception>
    public static void Register(DuckDbConnection connection, DataFrame frame, CancellationToken cancellation = default) => throw new NotImplementedException();
}
