using MetricsAsCode.Compiler.Diagnostics;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Engines.Sql.Contract;

/// <summary>The table of a source in a database: what it has, and where that is not what the source declares.</summary>
internal sealed class LiveTable
{
    private readonly Dictionary<ColumnSymbol, string> stored = [];

    private readonly IColumnTypes types;
    private readonly Func<ColumnSymbol, string> nameOf;

    private LiveTable(SourceSymbol source, string name, IColumnTypes types, Func<ColumnSymbol, string> nameOf) => (Source, Name, this.types, this.nameOf) = (source, name, types, nameOf);

    public IColumnTypes Types => types;

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
    public string Raw(ColumnSymbol column) => nameOf(column);

    public static string FileName(ColumnSymbol column) => column.FileName ?? column.Name;

    /// <summary>A column with the type that statements take it for.</summary>
    public string Typed(ColumnSymbol column) => types.Typed(column, Raw(column), TypeOf(column));

    /// <summary>The condition under which a value is not allowed; null when every one is.</summary>
    public string? Unfit(ColumnSymbol column) => types.Unfit(column, Raw(column), TypeOf(column));

    /// <summary>Looks a source's table up, and some of its columns.</summary>
    public static LiveTable Of(SourceSymbol source, IEnumerable<ColumnSymbol> columns, LiveDatabase database, CancellationToken cancellation)
    {
        var table = new LiveTable(source, database.TableOf(source), database.Types, column => database.Dialect.NameOf(FileName(column)));
        var found = database.ColumnsOf(source, cancellation);
        if (found.Count == 0)
            table.Add(null, DatabaseErrors.HasNoTable(source.Location, database.NameOf(source), database.Tables(cancellation), database.Remedy));
        else
            table.Take(columns, found, database.NameOf(source));
        return table;
    }

    /// <summary>A table of ours, whose rows have been checked as they were read.</summary>
    /// <param name="source">Its source.</param>
    /// <param name="name">Its name, quoted.</param>
    /// <param name="columns">The columns that it has, each with its type.</param>
    /// <param name="types">What the types hold.</param>
    /// <param name="nameOf">The name of a column, quoted.</param>
    public static LiveTable Own(SourceSymbol source, string name, IEnumerable<(ColumnSymbol Column, string Type)> columns, IColumnTypes types, Func<ColumnSymbol, string> nameOf)
    {
        var table = new LiveTable(source, name, types, nameOf);
        foreach (var (column, type) in columns)
            table.stored.Add(column, type);
        return table;
    }

    public void Add(ColumnSymbol? column, Diagnostic finding) => Findings.Add(new TableFinding(Source, column is null ? null : FileName(column), finding));

    /// <summary>Where a column is declared; columns that were taken over stand elsewhere.</summary>
    public Location PlaceOf(ColumnSymbol column) => Source.Like is null ? column.Location : Source.Location;

    private void Take(IEnumerable<ColumnSymbol> columns, IReadOnlyDictionary<string, string> found, string name)
    {
        foreach (var column in columns)
        {
            if (!found.TryGetValue(FileName(column), out string? type))
                Add(column, DatabaseErrors.HasNoColumn(PlaceOf(column), name, FileName(column), found.Keys));
            else if (types.Problem(column, type) is { } remedy)
                Add(column, DatabaseErrors.HasOtherType(PlaceOf(column), FileName(column), type, column.Type.ToString(), remedy));
            else
                stored.Add(column, type);
        }
    }
}
