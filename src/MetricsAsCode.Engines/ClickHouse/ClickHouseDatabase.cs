using MetricsAsCode.Compiler.Diagnostics;
using MetricsAsCode.Compiler.Emit.Sql;
using MetricsAsCode.Compiler.Planning;
using MetricsAsCode.Compiler.Planning.Model;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Data;
using MetricsAsCode.Engines.Loading;
using MetricsAsCode.Engines.Sql;
using MetricsAsCode.Engines.Sql.Contract;
using MetricsAsCode.Results;
using MetricsAsCode.Time;

namespace MetricsAsCode.Engines.ClickHouse;

// 1. A source `from clickhouse` is a table of the server; all others have been read here, and are put into temporary tables of the session.
// 2. Statements give each table the names and types that the source declares. Values, keys and references are checked as those of files are; keys and references of
//    releases that write statements flat are not, since no statement there follows them.
// 3. A statement sees the rows that there are when it begins: there is no state that several share.

/// <summary>The tables of a ClickHouse server or cluster.</summary>
public static class ClickHouseDatabase
{
    /// <summary>The word behind <c>from</c>.</summary>
    public const string Format = ClickHouseLiveTables.Format;

    /// <summary>Binds a plan to the tables that it reads.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="frames">The tables that are not on the server, by the names the plan calls them by.</param>
    /// <param name="asOf">How far the data count; null for the end of the newest day.</param>
    /// <param name="cancellation">Stops, also on the server.</param>
    /// <exception cref="ConnectionMissingException">Nothing says how to connect.</exception>
    /// <exception cref="DataException">The server cannot be reached, or its tables do not fit the sources: all errors of all tables.</exception>
    public static IMetricEngine Open(Plan plan, IReadOnlyDictionary<string, DataFrame> frames, Instant? asOf, CancellationToken cancellation = default) =>
        Open(plan, frames, asOf, Connections.ClickHouse(), cancellation);

    internal static IMetricEngine Open(Plan plan, IReadOnlyDictionary<string, DataFrame> frames, Instant? asOf, ClickHouseAddress address, CancellationToken cancellation)
    {
        SqlModule.CheckReferences(plan, frames, allowDangling: false);
        var (connection, database) = Connect(address, cancellation);
        try
        {
            var sources = new LiveSources(plan, frames);
            var own = sources.Here.Select(s => Own(connection, database, s.Source, SqlNames.Of(plan, s.Source), s.Frame)).ToList();
            var tables = database.Check(sources.There, own, cancellation);
            LiveSources.RequireFit(tables, ClickHouseTables.Place);
            var known = tables.Where(t => sources.There.ContainsKey(t.Source)).ToDictionary(t => t.Source, Typed);
            return new SqlEngine(new SqlDatabase(plan, new PlanFormulas(plan), database.Dialect, connection, Calendars.Of(plan.Module.Product), sources.RequireRead, known.GetValueOrDefault), asOf);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>What of the sources <c>from clickhouse</c> of modules is not so in the tables, each finding at the declaration.</summary>
    /// <exception cref="ConnectionMissingException">Nothing says how to connect.</exception>
    /// <exception cref="DataException">The server cannot be reached, or does not answer.</exception>
    public static IReadOnlyList<Diagnostic> Check(IEnumerable<ModuleSymbol> modules, CancellationToken cancellation = default)
    {
        var sources = modules.SelectMany(m => m.Sources).Distinct().ToList();
        var (connection, database) = Connect(Connections.ClickHouse(), cancellation);
        using (connection)
        {
            var own = sources.Where(s => s.Table is not null)
                .Select((s, i) => Own(connection, database, s, $"literal {SqlText.Of(i)}", LiteralTables.Read(s.Table!, SourceSchemas.Of(s, static of => of.Name))))
                .ToList();
            var there = LiveSources.Of(sources, static s => s.Format == Format);
            return [.. database.Check(there, own, cancellation).SelectMany(t => t.Findings).Select(f => f.Finding)];
        }
    }

    private static (ClickHouseSql Connection, ClickHouseLiveTables Database) Connect(ClickHouseAddress address, CancellationToken cancellation)
    {
        var server = ClickHouseTables.Connect(address, cancellation);
        var connection = new ClickHouseSql(server, ClickHouseTables.DialectOf(server.Version), ClickHouseTables.Place);
        return (connection, new ClickHouseLiveTables(connection, ClickHouseTables.IsOld(server.Version)));
    }

    private static LiveTable Own(ClickHouseSql connection, ClickHouseLiveTables database, SourceSymbol source, string name, DataFrame frame)
    {
        connection.Register(name, frame, column => source.Column(column) is { } symbol ? SqlNames.Of(symbol) : column);
        var columns = frame.Columns.Select(c => source.Column(c.Name)).OfType<ColumnSymbol>().Select(c => (c, ""));
        return LiveTable.Own(source, database.Dialect.NameOf(name), columns, AsTheyAre.Instance, column => database.Dialect.NameOf(SqlNames.Of(column)));
    }

    private static SqlTable Typed(LiveTable table) => new(
        table.Name,
        table.Columns.ToDictionary(c => c, c => (Func<string, string>)(alias => table.Types.Typed(c, $"{alias}.{table.Raw(c)}", table.TypeOf(c)))));
}
