using System.Collections.Immutable;

namespace MetricsAsCode.Compiler.Symbols;

/// <summary>Everything that the files of one module declare, bound.</summary>
public sealed record ModuleSymbol(
    string Name,
    ProductSymbol Product,
    ImmutableArray<SourceSymbol> Sources,
    ImmutableArray<MetricSymbol> Metrics,
    ImmutableArray<ObjectiveSymbol> Objectives,
    ImmutableArray<ScorecardSymbol> Scorecards,
    ImmutableArray<TestSymbol> Tests)
{
    public MetricSymbol? Metric(string name) => Metrics.FirstOrDefault(m => string.Equals(m.Name, name, StringComparison.Ordinal));
}
