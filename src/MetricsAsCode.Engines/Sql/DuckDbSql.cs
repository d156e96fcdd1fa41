using MetricsAsCode.Compiler.Emit.Sql;
using MetricsAsCode.Compiler.Planning;
using MetricsAsCode.Compiler.Planning.Model;
using MetricsAsCode.Data;
using MetricsAsCode.Engines.DuckDb;
using MetricsAsCode.Values;

namespace MetricsAsCode.Engines.Sql;

/// <summary>DuckDB behind the seam of SQL engines.</summary>
internal sealed class DuckDbSql : ISqlConnection
{
    private readonly DuckDbConnection connection;

    private DuckDbSql(DuckDbConnection connection) => this.connection = connection;

    /// <summary>A database in memory with the tables of a plan's sources.</summary>
    public static DuckDbSql Of(Plan plan, IReadOnlyDictionary<string, DataFrame> frames)
    {
        var connection = DuckDbConnection.Open();
        try
        {
            foreach (var source in plan.Sources.Select(s => s.Source))
            {
                string NameOf(string column) => source.Column(column) is { } symbol ? SqlNames.Of(symbol) : column;
                DuckDbTables.Register(connection, frames[plan.NameOf(source)], SqlNames.Of(plan, source), NameOf);
            }

            return With(connection);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
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
