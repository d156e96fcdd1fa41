using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Compiler.Binding.Declarations;

/// <summary>Something that a module declares under a name.</summary>
internal abstract class Named(Location location)
{
    public Location Location { get; } = location;
}

internal sealed class NamedSource(SourceSymbol source) : Named(source.Location)
{
    public SourceSymbol Source { get; } = source;
}
