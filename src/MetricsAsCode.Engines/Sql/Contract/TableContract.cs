using System.Globalization;
using MetricsAsCode.Compiler.Diagnostics;
using MetricsAsCode.Compiler.Emit.Sql;
using MetricsAsCode.Compiler.Symbols;

namespace MetricsAsCode.Engines.Sql.Contract;

// 1. One scan of a table finds the values that are missing or not allowed, one more its keys, and one each of its references.
// 2. What the schema has shown to be wrong is not looked at again: columns without a type that fits have no findings about their values.

/// <summary>Whether the rows of a table keep what its source declares.</summary>
internal static class TableContract
{
    /// <summary>Keys and references, once the values of all tables have been looked at.</summary>
    public static void CheckKeys(LiveTable table, IReadOnlyDictionary<SourceSymbol, LiveTable> tables, ISqlConnection connection, CancellationToken cancellation)
    {
        if (!table.Types.ChecksKeys)
            return;
        CheckKey(table, connection, cancellation);
        foreach (var column in table.Columns.Where(c => c.References is not null))
            CheckReference(table, column, tables, connection, cancellation);
    }

    /// <summary>Missing values, and those that are not allowed.</summary>
    public static void CheckValues(LiveTable table, ISqlConnection connection, CancellationToken cancellation)
    {
        var columns = table.Columns.ToList();
        if (columns.Count == 0)
            return;
        var items = columns.SelectMany(c =>
        {
            string raw = table.Raw(c);
            string unfit = table.Unfit(c) ?? "1 = 0";
            return new[] { table.Types.Counted($"{raw} IS NULL"), table.Types.Counted(unfit), table.Types.Example(raw, unfit) };
        });
        var row = connection.Query($"SELECT {string.Join(", ", items)} FROM {table.Name}", cancellation).Single();
        for (int i = 0; i < columns.Count; i++)
        {
            var column = columns[i];
            if (row[3 * i] is long missing and > 0 && !column.Type.IsOptional)
                table.Add(column, DatabaseErrors.Misses(table.PlaceOf(column), LiveTable.FileName(column), missing, column.Type.ToString()));
            if (row[(3 * i) + 1] is long unfit and > 0)
                table.Add(column, DatabaseErrors.HasOtherValues(table.PlaceOf(column), LiveTable.FileName(column), unfit, Text(row[(3 * i) + 2]), ColumnRules.Allowed(column)));
        }
    }

    private static void CheckKey(LiveTable table, ISqlConnection connection, CancellationToken cancellation)
    {
        ColumnSymbol[] keys = [.. table.Source.Keys];
        if (keys.Length == 0 || !keys.All(table.Has) || HasUnfit(table, keys))
            return;
        string list = string.Join(", ", keys.Select((k, i) => $"{table.Typed(k)} AS {SqlText.Name($"k{i}")}"));
        string names = string.Join(", ", keys.Select((_, i) => SqlText.Name($"k{i}")));
        string twice = table.Source.Lifetime is { } life
            ? Overlapping(table, life, list, names)
            : $"SELECT {names} FROM (SELECT {list} FROM {table.Name}) AS keys GROUP BY {names} HAVING count(*) > 1";
        foreach (var row in connection.Query($"SELECT count(*) OVER (), {names} FROM ({twice}) AS twice ORDER BY {names} LIMIT 1", cancellation))
            table.Add(keys[0], DatabaseErrors.StandsTwice(table.PlaceOf(keys[0]), string.Join(", ", keys.Select(LiveTable.FileName)), (long)row[0]!, string.Join(", ", row.Skip(1).Select(Text))));
    }

    // Of rows with a lifetime only one may live at a time: none begins while one before it lives.
    private static string Overlapping(LiveTable table, Lifetime life, string list, string names)
    {
        if (!table.Has(life.From) || !table.Has(life.To))
            return $"SELECT {list} FROM {table.Name} WHERE FALSE";
        string from = table.Types.Begin(table.Typed(life.From));
        string to = table.Types.End(table.Typed(life.To), life.IsThrough);
        string lives = $"SELECT {list}, {from} AS begins, {to} AS ends FROM {table.Name} WHERE {from} < {to}";
        string before = $"SELECT {names}, begins, max(ends) OVER (PARTITION BY {names} ORDER BY begins ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS taken FROM ({lives}) AS lives";
        return $"SELECT DISTINCT {names} FROM ({before}) AS lives WHERE begins < taken";
    }

    private static void CheckReference(LiveTable table, ColumnSymbol column, IReadOnlyDictionary<SourceSymbol, LiveTable> tables, ISqlConnection connection, CancellationToken cancellation)
    {
        var key = column.References!.Keys.Single();
        if (!tables.TryGetValue(column.References, out var target) || !target.Has(key) || HasUnfit(table, [column]) || HasUnfit(target, [key]))
            return;
        string nowhere = $"SELECT value FROM (SELECT {table.Typed(column)} AS value FROM {table.Name}) AS f WHERE value IS NOT NULL AND {table.Types.IsNowhere("f.value", target.Typed(key), target.Name)}";
        var row = connection.Query($"SELECT count(*), min(value) FROM ({nowhere}) AS nowhere", cancellation).Single();
        if (row[0] is long rows and > 0)
            table.Add(column, DatabaseErrors.LeadsNowhere(table.PlaceOf(column), LiveTable.FileName(column), column.References.Name, rows, Text(row[1])));
    }

    // Values without the declared type cannot be compared.
    private static bool HasUnfit(LiveTable table, IEnumerable<ColumnSymbol> columns) =>
        columns.Any(c => table.Findings.Any(f => f.Column == LiveTable.FileName(c) && f.Finding.Descriptor == DatabaseErrors.ValueUnfit));

    private static string Text(object? value) => value switch
    {
        null => "",
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
