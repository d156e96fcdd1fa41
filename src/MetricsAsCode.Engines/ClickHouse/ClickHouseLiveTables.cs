using System.Text.RegularExpressions;
using MetricsAsCode.Compiler.Emit.Sql;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Engines.Sql.Contract;

namespace MetricsAsCode.Engines.ClickHouse;

/// <summary>The tables and views of a server: a source is the one that it names behind <c>from clickhouse</c>; without a database, one of that of the connection.</summary>
internal sealed partial class ClickHouseLiveTables(ClickHouseSql connection, bool isOld)
    : LiveDatabase(connection, isOld ? ClickHouseDialect.Old : ClickHouseDialect.Current, new ClickHouseColumnTypes(isOld))
{
    public const string Format = "clickhouse";

    public override string Remedy => "Write it as the server has it, e.g. `from clickhouse \"shop.orders\"`.";

    public override string NameOf(SourceSymbol source) => source.Place;

    public override string TableOf(SourceSymbol source)
    {
        var (database, table) = PartsOf(source.Place);
        return database is null ? Quoted(table) : $"{Quoted(database)}.{Quoted(table)}";
    }

    /// <summary>The columns of a source's table with their types.</summary>
    /// <exception cref="SqlRefusal">A name among them means something else in statements of this release.</exception>
    public override IReadOnlyDictionary<string, string> ColumnsOf(SourceSymbol source, CancellationToken cancellation)
    {
        var (database, table) = PartsOf(source.Place);
        var columns = Connection.Query($"SELECT name, type FROM system.columns WHERE database = {In(database)} AND table = {Dialect.Text(table)}", cancellation)
            .ToDictionary(r => (string)r[0]!, r => (string)r[1]!, StringComparer.Ordinal);
        // Names of columns and of what is selected are one there.
        if (isOld && columns.Keys.FirstOrDefault(c => Selected().IsMatch(c)) is { } taken)
            throw new SqlRefusal($"a table with a column named `{taken}`, as `{source.Place}`, for ClickHouse before {ClickHouseCapabilities.Recent}", "Give it another name by a view.");
        return columns;
    }

    public override IEnumerable<string> Tables(CancellationToken cancellation) =>
        Connection.Query("SELECT concat(database, '.', name) AS t FROM system.tables WHERE database NOT IN ('system', 'INFORMATION_SCHEMA', 'information_schema') ORDER BY t", cancellation).Select(r => (string)r[0]!);

    private string In(string? database) => database is null ? "currentDatabase()" : Dialect.Text(database);

    // Always in quotes: these names are the server's own.
    private static string Quoted(string name) => $"`{name.Replace("\0", "", StringComparison.Ordinal).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("`", "\\`", StringComparison.Ordinal)}`";

    private static (string? Database, string Table) PartsOf(string place) => place.Split('.', 2) is [var database, var table] ? (database, table) : (null, place);

    [GeneratedRegex(@"^(p|g|t|r|e\d+|a\d+_.*|f\d+|(from|to)_(us|day)|size|member)$", RegexOptions.CultureInvariant)]
    private static partial Regex Selected();
}
