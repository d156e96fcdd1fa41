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

namespace MetricsAsCode.Engines.Postgres;

// 1. A source `from postgres` is a table of the database; all others have been read here, and are copied into temporary tables of the connection.
// 2. A temporary view gives each table the names and types that the source declares. Values, keys and references are checked as those of files are.
// 3. From the first check on everything is read in one transaction that sees one state and cannot write.

/// <summary>The tables of a PostgreSQL database.</summary>
public static class PostgresDatabase
{
    /// <summary>The word behind <c>from</c>.</summary>
    public const string Format = PostgresLiveTables.Format;

    /// <summary>Binds a plan to the tables that it reads.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="frames">The tables that are not in the database, by the names the plan calls them by.</param>
    /// <param name="asOf">How far the data count; null for the end of the newest day.</param>
    /// <param name="cancellation">Stops, also on the server.</param>
    /// <exception cref="ConnectionMissingException">Nothing says how to connect.</exception>
    /// <exception cref="DataException">The server cannot be reached, or its tables do not fit the sources: all errors of all tables.</exception>
    public static IMetricEngine Open(Plan plan, IReadOnlyDictionary<string, DataFrame> frames, Instant? asOf, CancellationToken cancellation = default) =>
        Open(plan, frames, asOf, Connections.Postgres(), cancellation);

    internal static IMetricEngine Open(Plan plan, IReadOnlyDictionary<string, DataFrame> frames, Instant? asOf, PostgresSettings settings, CancellationToken cancellation)
    {
        SqlModule.CheckReferences(plan, frames, allowDangling: false);
        var connection = PostgresSql.Connect(settings, cancellation);
        try
        {
            var sources = new LiveSources(plan, frames);
            var here = sources.Here.Select(s => new OwnTable(s.Source, SqlNames.Of(plan, s.Source), s.Frame)).ToList();
            PostgresTables.Fill(connection, here, cancellation);
            var database = new PostgresLiveTables(connection);
            // What cannot be a view is not read: all of it comes out below.
            foreach (var table in sources.There.Select(s => LiveTable.Of(s.Key, s.Value, database, cancellation)))
                connection.Execute(View(plan, table));
            connection.Freeze();
            LiveSources.RequireFit(database.Check(sources.There, here.Select(t => t.Live), cancellation), PostgresErrors.Place);
            return new SqlEngine(new SqlDatabase(plan, new PlanFormulas(plan), SqlDialect.Postgres, connection, Calendars.Of(plan.Module.Product), sources.RequireRead), asOf);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>What of the sources <c>from postgres</c> of modules is not so in the tables, each finding at the declaration.</summary>
    /// <exception cref="ConnectionMissingException">Nothing says how to connect.</exception>
    /// <exception cref="DataException">The server cannot be reached, or does not answer.</exception>
    public static IReadOnlyList<Diagnostic> Check(IEnumerable<ModuleSymbol> modules, CancellationToken cancellation = default)
    {
        var sources = modules.SelectMany(m => m.Sources).Distinct().ToList();
        using var connection = PostgresSql.Connect(Connections.Postgres(), cancellation);
        var literals = sources.Where(s => s.Table is not null)
            .Select((s, i) => new OwnTable(s, $"literal {SqlText.Of(i)}", LiteralTables.Read(s.Table!, SourceSchemas.Of(s, static of => of.Name))))
            .ToList();
        PostgresTables.Fill(connection, literals, cancellation);
        connection.Freeze();
        var there = LiveSources.Of(sources, static s => s.Format == Format);
        return [.. new PostgresLiveTables(connection).Check(there, literals.Select(t => t.Live), cancellation).SelectMany(t => t.Findings).Select(f => f.Finding)];
    }

    private static string View(Plan plan, LiveTable table)
    {
        string[] items = [.. table.Columns.Select(c => $"{table.Typed(c)} AS {SqlText.Name(SqlNames.Of(c))}")];
        string from = table.Findings.Any(f => f.Column is null) ? "" : $" FROM {table.Name}";
        return $"CREATE TEMP VIEW {SqlText.Name(SqlNames.Of(plan, table.Source))} AS SELECT {(items.Length == 0 ? "1 AS only_rows" : string.Join(", ", items))}{from}";
    }
}
