using System.Collections.Immutable;
using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Compiler.Symbols;

/// <summary>The way of a product's users, stage by stage.</summary>
public sealed record JourneySymbol(string Module, string Label, string? Description, ImmutableArray<StageSymbol> Stages, Location Location);

/// <summary>A stage of the journey.</summary>
/// <param name="Does">What users do in it, in order.</param>
/// <param name="Metrics">How well it goes.</param>
public sealed record StageSymbol(string Name, string? Label, string? Description, ImmutableArray<string> Does, ImmutableArray<MetricSymbol> Metrics, Location Location)
{
    public string Id => $"journey.{Name}";
}
