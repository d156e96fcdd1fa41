using System.Collections.Immutable;
using MetricsAsCode.Compiler.Diagnostics;
using MetricsAsCode.Compiler.Symbols;

namespace MetricsAsCode.Compiler.Binding;

/// <summary>All modules of a compilation, bound, by name; and every finding about them.</summary>
public sealed record BoundProgram(ImmutableArray<ModuleSymbol> Modules, ImmutableArray<Diagnostic> Diagnostics)
{
    public bool HasErrors => Diagnostics.Any(d => d.IsError);

    public ModuleSymbol? Module(string name) => Modules.FirstOrDefault(m => string.Equals(m.Name, name, StringComparison.Ordinal));
}
