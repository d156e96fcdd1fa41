using System.Collections.Immutable;
using MetricsAsCode.Compiler.Diagnostics;
using MetricsAsCode.Compiler.Symbols;

namespace MetricsAsCode.Compiler.Binding;

/// <summary>All modules of a compilation, bound, by name; and every finding about them.</summary>
public sealed record BoundProgram(ImmutableArray<ModuleSymbol> Modules, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>Which definitions name which, by qualified names, in their order; functions have <c>()</c> behind them. Sources, lets, segments, metrics, functions, funnels, cohorts.</summary>
    public ImmutableArray<(string User, string Used)> Uses { get; init; } = [];

    public bool HasErrors => Diagnostics.Any(d => d.IsError);

    public ModuleSymbol? Module(string name) => Modules.FirstOrDefault(m => string.Equals(m.Name, name, StringComparison.Ordinal));
}
