using MetricsAsCode.Compiler.Emit.Sql;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Engines.Sql.Contract;

namespace MetricsAsCode.Engines.Sql;

/// <summary>The tables and views of a DuckDB database file: a source is the one of its name.</summary>
internal sealed class DuckDbFileTables(DuckDbSql connection) : LiveDatabase(connection, SqlDialect.DuckDb, new DuckDbColumnTypes())
{
    public override string Remedy => "A source reads the table or view of its name.";

    public override string NameOf(SourceSymbol source) => source.Name;

    public override string TableOf(SourceSymbol source) => $"{DuckDbSql.File}.main.{SqlText.Name(source.Name)}";

    public override IReadOnlyDictionary<string, string> ColumnsOf(SourceSymbol source, CancellationToken cancellation) => TypesOf(Connection, DuckDbSql.File, source.Name, cancellation);

    public override IEnumerable<string> Tables(CancellationToken cancellation) =>
        Connection.Query($"SELECT table_name FROM information_schema.tables WHERE table_catalog = '{DuckDbSql.File}' AND table_schema = 'main'", cancellation).Select(r => (string)r[0]!);

    /// <summary>The columns of a table of a catalogue with their types.</summary>
    public static IReadOnlyDictionary<string, string> TypesOf(ISqlConnection connection, string catalogue, string table, CancellationToken cancellation) =>
        connection.Query($"SELECT column_name, data_type FROM information_schema.columns WHERE table_catalog = '{catalogue}' AND table_schema = 'main' AND lower(table_name) = lower({SqlText.Quote(table)})", cancellation)
            .ToDictionary(r => (string)r[0]!, r => (string)r[1]!, StringComparer.OrdinalIgnoreCase);
}
