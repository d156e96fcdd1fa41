using MetricsAsCode.Compiler.Emit.Sql;
using MetricsAsCode.Compiler.Planning;
using MetricsAsCode.Compiler.Planning.Model;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Data;
using MetricsAsCode.Engines.DuckDb;
using MetricsAsCode.Values;

namespace MetricsAsCode.Engines.Sql;

/// <summary>DuckDB behind the seam of SQL engines.</summary>
internal sealed class DuckDbSql : ISqlConnection
{
    private readonly DuckDbConnection connection;

    /// <summary>The catalogue of a database file.</summary>
    public const string File = "live";

    /// <summary>The catalogue of tables of our own.</summary>
    public const string Memory = "memory";

    // What these words begin is said of a statement: it is our mistake. Everything else is the machine's or the data's.
    private static readonly string[] OurMistakes = ["Parser Error", "Binder Error", "Catalog Error", "INTERNAL Error", "Syntax Error"];

    // Rows that the engine takes at once: with fewer a second thread has nothing to share, and costs a quarter of the CPU time of a small statement.
    private const int Vector = 2048;
    private readonly string place;

    private DuckDbSql(DuckDbConnection connection, string place) => (this.connection, this.place) = (connection, place);

    /// <summary>A database in memory with the tables of a plan's sources.</summary>
    public static DuckDbSql Of(Plan plan, IReadOnlyDictionary<string, DataFrame> frames)
    {
        bool isSmall = plan.Sources.All(s => frames[plan.NameOf(s.Source)].RowCount <= Vector);
        var connection = DuckDbConnection.Open(options: new DuckDbOptions { Threads = isSmall ? 1 : null });
        try
        {
            var tables = With(connection, "DuckDB");
            foreach (var source in plan.Sources.Select(s => s.Source))
                tables.Register(plan, source, frames[plan.NameOf(source)]);
            return tables;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>A database file, for reading only, under the name <see cref="File"/>; tables of our own stand beside it in memory.</summary>
    /// <exception cref="DuckDbException">It cannot be opened.</exception>
    public static DuckDbSql OfFile(string path)
    {
        var connection = DuckDbConnection.Open();
        try
        {
            connection.Execute($"ATTACH {SqlText.Quote(path)} AS {File} (READ_ONLY, TYPE duckdb)");
            return With(connection, path);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>A source's rows as a table beside those of the database.</summary>
    public void Register(Plan plan, SourceSymbol source, DataFrame frame) => Register(source, SqlNames.Of(plan, source), frame, SqlNames.Of);

    /// <summary>The same under names of one's own.</summary>
    public void Register(SourceSymbol source, string table, DataFrame frame, Func<ColumnSymbol, string> nameOf) =>
        DuckDbTables.Register(connection, frame, table, column => source.Column(column) is { } symbol ? nameOf(symbol) : column);

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
            throw OurMistakes.Any(m => e.Message.StartsWith(m, StringComparison.Ordinal))
                ? new InvalidOperationException($"{e.Message}\n{sql}", e)
                : new DataException([new DataError(place, 0, 0, null, null, $"the database cannot answer ({e.Message})")]);
        }

        return rows.Select(row => (IReadOnlyList<object?>)[.. row.Select(Neutral)]);
    }

    public void Dispose() => connection.Dispose();

    private static DuckDbSql With(DuckDbConnection connection, string place)
    {
        foreach (var (_, sql) in SqlDialect.DuckDb.Functions)
            connection.Execute(sql);
        return new DuckDbSql(connection, place);
    }

    private static object? Neutral(object? value) => value is DuckDbDecimal number ? new Exact(number.Scaled, number.Scale) : value;
}
