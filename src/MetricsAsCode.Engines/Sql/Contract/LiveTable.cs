using MetricsAsCode.Compiler.Diagnostics;
using MetricsAsCode.Compiler.Emit.Sql;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Engines.Sql.Contract;

/// <summary>The table of a source in a database: what it has, and where that is not what the source declares.</summary>
internal sealed class LiveTable
{
    private readonly Dictionary<ColumnSymbol, string> stored = [];

    private LiveTable(SourceSymbol source, string name) => (Source, Name) = (source, name);

    public SourceSymbol Source { get; }

    /// <summary>The table, quoted and with its catalogue.</summary>
    public string Name { get; }

    public List<TableFinding> Findings { get; } = [];

    /// <summary>The columns that are there with a type that holds them.</summary>
    public IEnumerable<ColumnSymbol> Columns => stored.Keys;

    public bool Has(ColumnSymbol column) => stored.ContainsKey(column);

    /// <summary>The type that a column has in the table.</summary>
    public string TypeOf(ColumnSymbol column) => stored[column];

    /// <summary>A column as the table has it.</summary>
    public static string Raw(ColumnSymbol column) => SqlText.Name(FileName(column));

    public static string FileName(ColumnSymbol column) => column.FileName ?? column.Name;

    /// <summary>A column with the type that statements take it for.</summary>
    public string Typed(ColumnSymbol column) => DuckDbColumnTypes.Typed(column, Raw(column), TypeOf(column));

    /// <summary>Looks a source's table up, and some of its columns.</summary>
    public static LiveTable Of(SourceSymbol source, IEnumerable<ColumnSymbol> columns, ISqlConnection connection, CancellationToken cancellation)
    {
        var table = new LiveTable(source, $"{DuckDbSql.File}.main.{SqlText.Name(source.Name)}");
        var types = Types(connection, DuckDbSql.File, source.Name, cancellation);
        if (types.Count == 0)
            table.Add(null, DatabaseErrors.HasNoTable(source.Location, source.Name, TablesIn(connection, cancellation)));
        else
            table.Take(columns, types);
        return table;
    }

    /// <summary>A source's rows that stand in definitions, registered in memory.</summary>
    public static LiveTable OfLiteral(SourceSymbol source, string table, ISqlConnection connection, CancellationToken cancellation)
    {
        var live = new LiveTable(source, SqlText.Name(table));
        var types = Types(connection, DuckDbSql.Memory, table, cancellation);
        foreach (var column in source.Columns.Where(c => types.ContainsKey(FileName(c))))
            live.stored.Add(column, types[FileName(column)]);
        return live;
    }

    public void Add(ColumnSymbol? column, Diagnostic finding) => Findings.Add(new TableFinding(Source, column is null ? null : FileName(column), finding));

    /// <summary>Where a column is declared; columns that were taken over stand elsewhere.</summary>
    public Location PlaceOf(ColumnSymbol column) => Source.Like is null ? column.Location : Source.Location;

    private void Take(IEnumerable<ColumnSymbol> columns, IReadOnlyDictionary<string, string> types)
    {
        foreach (var column in columns)
        {
            if (!types.TryGetValue(FileName(column), out string? type))
                Add(column, DatabaseErrors.HasNoColumn(PlaceOf(column), Source.Name, FileName(column), types.Keys));
            else if (DuckDbColumnTypes.Problem(column, type) is { } remedy)
                Add(column, DatabaseErrors.HasOtherType(PlaceOf(column), FileName(column), type, column.Type.ToString(), remedy));
            else
                stored.Add(column, type);
        }
    }

    private static Dictionary<string, string> Types(ISqlConnection connection, string catalogue, string table, CancellationToken cancellation) =>
        connection.Query($"SELECT column_name, data_type FROM information_schema.columns WHERE table_catalog = '{catalogue}' AND table_schema = 'main' AND lower(table_name) = lower({SqlText.Quote(table)})", cancellation)
            .ToDictionary(r => (string)r[0]!, r => (string)r[1]!, StringComparer.OrdinalIgnoreCase);

    private static IEnumerable<string> TablesIn(ISqlConnection connection, CancellationToken cancellation) =>
        connection.Query($"SELECT table_name FROM information_schema.tables WHERE table_catalog = '{DuckDbSql.File}' AND table_schema = 'main'", cancellation).Select(r => (string)r[0]!);
}
