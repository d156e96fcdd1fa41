using MetricsAsCode.Compiler.Emit.Sql;
using MetricsAsCode.Data;
using MetricsAsCode.Engines.DuckDb;
using MetricsAsCode.Values;

namespace MetricsAsCode.Engines.Sql;

/// <summary>DuckDB behind the seam of SQL engines.</summary>
internal sealed class DuckDbSql : ISqlConnection
{
    private readonly DuckDbConnection connection;

    private DuckDbSql(DuckDbConnection connection) => this.connection = connection;

    /// <summary>A database in memory with these tables.</summary>
    public static DuckDbSql Of(IEnumerable<DataFrame> frames)
    {
        var connection = DuckDbConnection.Open();
        foreach (var frame in frames)
            DuckDbTables.Register(connection, frame);
        foreach (string function in SqlDialect.DuckDb.Functions)
            connection.Execute(function);
        return new DuckDbSql(connection);
    }

    public IEnumerable<IReadOnlyList<object?>> Query(string sql, CancellationToken cancellation)
    {
        IReadOnlyList<IReadOnlyList<object?>> rows;
        try
        {
            using var result = connection.Query(sql, cancellation);
            rows = result.ReadRows();
        }
        catch (DuckDbException e)
        {
            throw new InvalidOperationException($"{e.Message}\n{sql}", e);
        }

        return rows.Select(row => (IReadOnlyList<object?>)[.. row.Select(Neutral)]);
    }

    public void Dispose() => connection.Dispose();

    private static object? Neutral(object? value) => value is DuckDbDecimal number ? new Exact(number.Scaled, number.Scale) : value;
}
