using MetricsAsCode.Compiler.Emit.Sql;
using MetricsAsCode.Compiler.Planning;
using MetricsAsCode.Compiler.Planning.Model;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Data;
using MetricsAsCode.Engines.DuckDb;
using MetricsAsCode.Engines.Loading;
using MetricsAsCode.Results;
using MetricsAsCode.Time;

namespace MetricsAsCode.Engines.Sql;

// 1. A source is the table of its name, a column the one of the name it has in the file. The file is opened for reading only.
// 2. A view gives each table the types that the source declares. Types that would lose digits, or whose meaning is not sure, are refused.
// 3. Keys are checked, since a key that stands twice would count rows twice.

/// <summary>A plan over the tables of a DuckDB database file.</summary>
public static class DatabaseFile
{
    /// <exception cref="DataException">The file is no database, or its tables do not fit the sources: all errors of all tables.</exception>
    public static IMetricEngine Open(Plan plan, string path, Instant? asOf)
    {
        var connection = Connect(path);
        var errors = new List<DataError>();
        foreach (var source in plan.Sources)
            errors.AddRange(View(plan, source, connection, path));
        if (errors.Count > 0)
        {
            connection.Dispose();
            throw new DataException(errors);
        }

        var database = new SqlDatabase(plan, new PlanFormulas(plan), SqlDialect.DuckDb, connection, Calendars.Of(plan.Module.Product), static _ => { });
        return new SqlEngine(database, asOf);
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

    private static List<DataError> View(Plan plan, PlanSource needed, DuckDbSql connection, string path)
    {
        var source = needed.Source;
        string table = $"{SqlText.Name((string)connection.Query("SELECT current_database()", default).Single()[0]!)}.main.{SqlText.Name(source.Name)}";
        var there = connection.Query($"SELECT column_name, data_type FROM information_schema.columns WHERE table_catalog = current_database() AND table_schema = 'main' AND table_name = {SqlText.Quote(source.Name)}", default)
            .ToDictionary(r => (string)r[0]!, r => (string)r[1]!, StringComparer.OrdinalIgnoreCase);
        if (there.Count == 0)
            return [new DataError(path, 0, 0, null, null, $"there is no table `{source.Name}` for the source of {source.Location.Text.Path}({source.Location.Start.Line}).")];
        var errors = new List<DataError>();
        var items = new List<string>();
        foreach (var column in needed.Columns.Select(c => c.Column))
        {
            string name = column.FileName ?? column.Name;
            string? problem = there.TryGetValue(name, out string? type) ? DuckDbColumnTypes.Problem(column, type) : "the table has no such column.";
            if (problem is not null)
                errors.Add(new DataError(path, 0, 0, $"{source.Name}.{name}", null, problem));
            else
                items.Add($"CAST({SqlText.Name(name)} AS {DuckDbColumnTypes.Of(column, type!)}) AS {SqlText.Name(column.Name)}");
        }

        if (errors.Count > 0)
            return errors;
        string list = items.Count == 0 ? "1 AS only_rows" : string.Join(", ", items);
        connection.Execute($"CREATE TEMP VIEW {SqlText.Name(plan.NameOf(source))} AS SELECT {list} FROM {table}");
        return [.. Broken(plan, needed, connection, path)];
    }

    private static IEnumerable<DataError> Broken(Plan plan, PlanSource needed, DuckDbSql connection, string path)
    {
        string view = SqlText.Name(plan.NameOf(needed.Source));
        var columns = needed.Columns.Select(c => c.Column).ToList();
        foreach (var column in columns.Where(c => !c.Type.IsOptional && c.Source == needed.Source))
        {
            if (connection.Query($"SELECT count(*) FROM {view} WHERE {SqlText.Name(column.Name)} IS NULL", default).Single()[0] is long missing and > 0)
                yield return new DataError(path, 0, 0, $"{needed.Source.Name}.{column.Name}", null, FormattableString.Invariant($"{missing} values are missing, which the source does not allow. Declare it with ? or mend the table."));
        }

        string[] keys = [.. columns.Where(c => c.IsKey).Select(c => SqlText.Name(c.Name))];
        if (keys.Length == 0 || keys.Length < needed.Source.Keys.Count())
            yield break;
        string list = string.Join(", ", keys);
        foreach (var row in connection.Query($"SELECT {list} FROM {view} GROUP BY {list} HAVING count(*) > 1 ORDER BY ALL LIMIT 1", default))
            yield return new DataError(path, 0, 0, $"{needed.Source.Name}.{string.Join('+', columns.Where(c => c.IsKey).Select(c => c.Name))}", string.Join('+', row), "this key stands more than once.");
    }
}
