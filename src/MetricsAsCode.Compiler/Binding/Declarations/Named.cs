using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Compiler.Binding.Declarations;

/// <summary>Something that a module declares under a name.</summary>
internal abstract class Named(Location location)
{
    public Location Location { get; } = location;

    /// <summary>The same declaration, bound anew in another view of its module.</summary>
    public virtual Named In(ModuleNames view) => this;
}

internal sealed class NamedSource(SourceSymbol source) : Named(source.Location)
{
    public SourceSymbol Source { get; } = source;
}

/// <summary>Rows that stand for a source of another module, e.g. <c>support.csat(surveys = app_ratings)</c>.</summary>
internal sealed class NamedRows(BoundRows rows, Location location) : Named(location)
{
    public BoundRows Rows { get; } = rows;
}
