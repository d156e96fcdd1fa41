using System.Collections.Immutable;
using MetricsAsCode.Compiler.Syntax;
using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Compiler.Symbols;

/// <summary>
/// A declared table. One instance per declaration and compilation, so it compares by identity;
/// <see cref="Columns"/> and <see cref="Time"/> are set once, when all sources are known.
/// </summary>
public sealed class SourceSymbol(string module, string name, string format, string place, string? description, Location location)
{
    public string Module { get; } = module;

    public string Name { get; } = name;

    /// <summary><c>csv</c>, <c>json</c>, <c>parquet</c> …</summary>
    public string Format { get; } = format;

    /// <summary>Where the rows lie, as written: relative to the file of the declaration.</summary>
    public string Place { get; } = place;

    public string? Description { get; } = description;

    public Location Location { get; } = location;

    public ImmutableArray<ColumnSymbol> Columns { get; internal set; } = [];

    /// <summary>
    /// The references to follow and the column that holds the rows' time, seen from this source; null for a static source.
    /// The last column is the time, those before it are references.
    /// </summary>
    public ImmutableArray<ColumnSymbol>? Time { get; internal set; }

    /// <summary>The rows of a literal table; null for a source that is read from elsewhere.</summary>
    public GivenSymbol? Table { get; internal set; }

    /// <summary>The source whose columns it takes over.</summary>
    public SourceSymbol? Like { get; internal set; }

    /// <summary>From when to when each row lives; null when the rows are no states.</summary>
    public Lifetime? Lifetime { get; internal set; }

    /// <summary>The unit of time that a row stands for as a whole, e.g. a month of costs; null when a row is an event or a state.</summary>
    public Grain? RowGrain { get; internal set; }

    /// <summary>What the rows are a self-selected sample of; null when they are no sample.</summary>
    public SampleOf? Sample { get; internal set; }

    public string QualifiedName => $"{Module}.{Name}";

    public bool IsStatic => Time is null;

    public IEnumerable<ColumnSymbol> Keys => Columns.Where(c => c.IsKey);

    public ColumnSymbol? Column(string name) => Columns.FirstOrDefault(c => string.Equals(c.Name, name, StringComparison.Ordinal));

    public override string ToString() => Name;
}
