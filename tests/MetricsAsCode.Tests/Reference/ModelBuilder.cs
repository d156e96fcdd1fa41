using System.Collections.Immutable;
using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Compiler.Text;
using MetricsAsCode.Data;

namespace MetricsAsCode.Tests.Reference;

/// <summary>
/// A module made by hand: sources with their rows, without parser and binder. Columns are declared in one line,
/// <c>order_id integer key, customer_id text? -> customers, placed_at timestamp time, amount money(2)</c>; an entry
/// <c>time order_id.placed_at</c> borrows the time along a reference. Rows are <c>1 | ann | 2026-05-03 | 10.00</c>, one a line.
/// </summary>
public sealed class ModelBuilder
{
    private static readonly Location Nowhere = new(new SourceText("hand.metrics", ""), default);

    private readonly List<SourceSymbol> sources = [];
    private readonly Dictionary<string, Func<SourceSymbol, DataFrame>> rows = [];
    private readonly List<MetricSymbol> metrics = [];
    private ProductSymbol product = ProductSymbol.Default;

    /// <summary>References and borrowed times lead to sources declared before.</summary>
    public ModelBuilder Source(string name, string columns, string table = "")
    {
        var source = new SourceSymbol("hand", name, "csv", $"{name}.csv", null, Nowhere);
        var entries = columns.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToList();
        string? borrowed = entries.Find(e => e.StartsWith("time ", StringComparison.Ordinal));
        source.Columns = [.. entries.Where(e => e != borrowed).Select(e => ColumnText.Parse(e, source, this))];
        sources.Add(source);
        Rows(name, table);
        source.Time = borrowed is not null
            ? [.. PathOf($"{name}.{borrowed[5..].Trim()}")]
            : source.Columns.FirstOrDefault(c => c.IsTime) is { } time ? [time] : null;
        return this;
    }

    public ModelBuilder Product(ProductSymbol symbol)
    {
        product = symbol;
        return this;
    }

    /// <summary>Other rows for a source.</summary>
    public ModelBuilder Rows(string source, string table)
    {
        rows[source] = symbol => TableText.Read(symbol, table);
        return this;
    }

    /// <summary>The rows of a CSV file for a source.</summary>
    public ModelBuilder Csv(string source, string path)
    {
        rows[source] = symbol => CsvFile.Read(path, TableText.SchemaOf(symbol));
        return this;
    }

    public MetricSymbol Metric(string name, Measure body, Compiler.Syntax.Grain? every = null)
    {
        var metric = new MetricSymbol("hand", name, null, null, name, Nowhere) { Body = body, Unit = body.Unit, Every = every };
        metrics.Add(metric);
        return metric;
    }

    public SourceSymbol this[string name] => sources.Find(s => s.Name == name) ?? throw new KeyNotFoundException($"No source `{name}`.");

    /// <summary>A column by its path, e.g. <c>lines.order_id.customer_id.country</c>.</summary>
    public RowColumn Column(string path)
    {
        var columns = PathOf(path);
        return new RowColumn(new([.. columns.SkipLast(1).Select(c => new ColumnSymbolKey(c))]), columns[^1], columns[^1].Type);
    }

    public ModuleSymbol Module => new("hand", product, [.. sources], [.. metrics], [], [], []);

    public IReadOnlyDictionary<string, DataFrame> Frames => sources.ToDictionary(s => s.Name, s => rows[s.Name](s));

    private ImmutableArray<ColumnSymbol> PathOf(string path)
    {
        string[] names = path.Split('.');
        var columns = ImmutableArray.CreateBuilder<ColumnSymbol>();
        var source = this[names[0]];
        foreach (string name in names.Skip(1))
        {
            var column = source.Column(name) ?? throw new KeyNotFoundException($"No column `{name}` in {source}.");
            columns.Add(column);
            source = column.References ?? source;
        }

        return columns.ToImmutable();
    }
}
