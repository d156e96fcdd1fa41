using MetricsAsCode.Compiler.Emit.Sql;
using MetricsAsCode.Compiler.Planning.Model;
using MetricsAsCode.Engines.Sql;

namespace MetricsAsCode.Engines.ClickHouse;

/// <summary>Modules whose tables are put into a server: temporary ones, of one session.</summary>
internal static class ClickHouseTables
{
    /// <summary>What messages call it.</summary>
    public const string Place = "clickhouse";

    public static ModuleEngine Module(Plan plan, ClickHouseAddress address)
    {
        SqlDialect? dialect = null;
        // Which SQL it is written in, the server says.
        using (var server = Connect(address, default))
            dialect = DialectOf(server.Version);
        return new SqlModule(plan, dialect, (of, frames) =>
        {
            var tables = new ClickHouseSql(Connect(address, default), dialect, Place);
            tables.Register(of, frames);
            return tables;
        });
    }

    public static bool IsOld(Version version) => version < ClickHouseCapabilities.Recent;

    public static SqlDialect DialectOf(Version version) => IsOld(version) ? ClickHouseDialect.Old : ClickHouseDialect.Current;

    /// <exception cref="Data.DataException">It cannot be reached, or does not take the user.</exception>
    public static ClickHouseServer Connect(ClickHouseAddress address, CancellationToken cancellation)
    {
        try
        {
            return ClickHouseServer.Connect(address, cancellation);
        }
        catch (ClickHouseException e)
        {
            throw ClickHouseSql.ToDataError(e, Place);
        }
    }
}
