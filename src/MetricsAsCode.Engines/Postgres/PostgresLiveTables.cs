using MetricsAsCode.Compiler.Emit.Sql;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Engines.Sql.Contract;

namespace MetricsAsCode.Engines.Postgres;

/// <summary>The tables, views and foreign tables of a PostgreSQL database: a source is the one that it names behind <c>from postgres</c>; without a schema, one of <c>public</c>.</summary>
internal sealed class PostgresLiveTables(PostgresSql connection) : LiveDatabase(connection, SqlDialect.Postgres, new PostgresColumnTypes())
{
    public const string Format = "postgres";
    private const string Readable = "c.relkind IN ('r', 'p', 'v', 'm', 'f')";

    public override string Remedy => "Write it as the database has it, e.g. `from postgres \"public.orders\"`.";

    public override string NameOf(SourceSymbol source) => source.Place;

    public override string TableOf(SourceSymbol source)
    {
        var (schema, table) = PartsOf(source.Place);
        return $"{Quoted(schema)}.{Quoted(table)}";
    }

    public override IReadOnlyDictionary<string, string> ColumnsOf(SourceSymbol source, CancellationToken cancellation)
    {
        var (schema, table) = PartsOf(source.Place);
        return Connection.Query(
            $"""
            SELECT CAST(a.attname AS pg_catalog.text),
              CASE t.typtype WHEN 'e' THEN '{PostgresColumnTypes.Enum}' WHEN 'd' THEN pg_catalog.format_type(t.typbasetype, t.typtypmod) ELSE pg_catalog.format_type(a.atttypid, a.atttypmod) END
            FROM pg_catalog.pg_class AS c
            JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
            JOIN pg_catalog.pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
            JOIN pg_catalog.pg_type AS t ON t.oid = a.atttypid
            WHERE n.nspname = {Dialect.Text(schema)} AND c.relname = {Dialect.Text(table)} AND {Readable}
            """,
            cancellation).ToDictionary(r => (string)r[0]!, r => (string)r[1]!, StringComparer.Ordinal);
    }

    public override IEnumerable<string> Tables(CancellationToken cancellation) =>
        Connection.Query($"SELECT CAST(n.nspname || '.' || c.relname AS pg_catalog.text) FROM pg_catalog.pg_class AS c JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace WHERE {Readable} AND n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname NOT LIKE 'pg\\_%' ORDER BY 1", cancellation)
            .Select(r => (string)r[0]!);

    // Always in quotes: these names are the database's own.
    private static string Quoted(string name) => $"\"{name.Replace("\0", "", StringComparison.Ordinal).Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static (string Schema, string Table) PartsOf(string place) => place.Split('.', 2) is [var schema, var table] ? (schema, table) : ("public", place);
}
