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
        return With(connection);
    }

    /// <summary>A database file, for reading only.</summary>
    /// <exception cref="DuckDbException">It cannot be opened.</exception>
    public static DuckDbSql OfFile(string path) => With(DuckDbConnection.Open(path, new DuckDbOptions { ReadOnly = true }));

    public void Execute(string sql) => connection.Execute(sql);

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

    private static DuckDbSql With(DuckDbConnection connection)
    {
        foreach (var (_, sql) in SqlDialect.DuckDb.Functions)
            connection.Execute(sql);
        return new DuckDbSql(connection);
    }

    private static object? Neutral(object? value) => value is DuckDbDecimal number ? new Exact(number.Scaled, number.Scale) : value;
}
