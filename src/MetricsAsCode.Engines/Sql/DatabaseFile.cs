using MetricsAsCode.Compiler.Diagnostics;
using MetricsAsCode.Compiler.Emit.Sql;
using MetricsAsCode.Compiler.Planning;
using MetricsAsCode.Compiler.Planning.Model;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Data;
using MetricsAsCode.Engines.DuckDb;
using MetricsAsCode.Engines.Loading;
using MetricsAsCode.Engines.Sql.Contract;
using MetricsAsCode.Results;
using MetricsAsCode.Time;

namespace MetricsAsCode.Engines.Sql;

// 1. A source is the table or view of its name, a column the one of the name it has in the file. The file is opened for reading only.
// 2. Types that would lose digits, or whose meaning is not sure, are refused. Values, keys and references are checked as those of files are.
// 3. A view gives each table the types that the source declares. Literal tables are put beside them.

/// <summary>The tables of a DuckDB database file.</summary>
public static class DatabaseFile
{
    /// <summary>Binds a plan to the tables that it reads.</summary>
    /// <exception cref="DataException">The file is no database, or its tables do not fit the sources: all errors of all tables.</exception>
    public static IMetricEngine Open(Plan plan, string path, Instant? asOf, CancellationToken cancellation = default)
    {
        var connection = Connect(path);
        try
        {
            var literals = plan.Sources.Select(s => s.Source).Where(s => s.Table is not null).ToDictionary(plan.NameOf, s => LiteralTables.Read(s.Table!, SourceSchemas.Of(plan, s)), StringComparer.Ordinal);
            var sources = new LiveSources(plan, literals);
            var tables = Tables(sources.There, sources.Here.Select(s => s.Source), connection, cancellation);
            LiveSources.RequireFit(tables, path);
            foreach (var table in tables.Where(t => t.Source.Table is null))
                connection.Execute(View(plan, table));
            foreach (var (source, frame) in sources.Here)
                connection.Register(plan, source, frame);
            return new SqlEngine(new SqlDatabase(plan, new PlanFormulas(plan), SqlDialect.DuckDb, connection, Calendars.Of(plan.Module.Product), static _ => { }), asOf);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>What of all sources of modules is not so in the tables, each finding at the declaration.</summary>
    /// <exception cref="DataException">The file is no database.</exception>
    public static IReadOnlyList<Diagnostic> Check(IEnumerable<ModuleSymbol> modules, string path, CancellationToken cancellation = default)
    {
        using var connection = Connect(path);
        var sources = modules.SelectMany(m => m.Sources).Distinct().ToList();
        var tables = Tables(LiveSources.Of(sources, static s => s.Table is null), sources.Where(s => s.Table is not null), connection, cancellation);
        return [.. tables.SelectMany(t => t.Findings).Select(f => f.Finding)];
    }

    private static DuckDbSql Connect(string path)
    {
        if (!File.Exists(path))
            throw new DataException([new DataError(path, 0, 0, null, null, "there is no such database file. Name one that exists.")]);
        try
        {
            return DuckDbSql.OfFile(path);
        }
        catch (DuckDbException e)
        {
            throw new DataException([new DataError(path, 0, 0, null, null, $"the database cannot be opened ({e.Message})")]);
        }
    }

    private static IReadOnlyList<LiveTable> Tables(IReadOnlyDictionary<SourceSymbol, IEnumerable<ColumnSymbol>> there, IEnumerable<SourceSymbol> literals, DuckDbSql connection, CancellationToken cancellation) =>
        new DuckDbFileTables(connection).Check(there, Literals(literals, connection, cancellation), cancellation);

    // Rows that stand in definitions refer to tables, and tables to them. What they hold themselves is checked as it is read.
    private static IEnumerable<LiveTable> Literals(IEnumerable<SourceSymbol> literals, DuckDbSql connection, CancellationToken cancellation)
    {
        int number = 0;
        foreach (var source in literals)
        {
            string name = $"literal {SqlText.Of(number++)}";
            connection.Register(source, name, LiteralTables.Read(source.Table!, SourceSchemas.Of(source, static s => s.Name)), LiveTable.FileName);
            var types = DuckDbFileTables.TypesOf(connection, DuckDbSql.Memory, name, cancellation);
            yield return LiveTable.Own(
                source,
                SqlText.Name(name),
                source.Columns.Where(c => types.ContainsKey(LiveTable.FileName(c))).Select(c => (c, types[LiveTable.FileName(c)])),
                new DuckDbColumnTypes(),
                static column => SqlText.Name(LiveTable.FileName(column)));
        }
    }

    private static string View(Plan plan, LiveTable table)
    {
        string[] items = [.. table.Columns.Select(c => $"{table.Typed(c)} AS {SqlText.Name(SqlNames.Of(c))}")];
        return $"CREATE TEMP VIEW {SqlText.Name(SqlNames.Of(plan, table.Source))} AS SELECT {(items.Length == 0 ? "1 AS only_rows" : string.Join(", ", items))} FROM {table.Name}";
    }
}
