using System.Collections.Immutable;
using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Compiler.Symbols;

/// <summary>A funnel: steps that the same entity takes in order within a time. Its members are metrics of the module, e.g. <c>checkout.paid.rate</c>.</summary>
/// <param name="Entity">Whose steps they are.</param>
/// <param name="Within">The time from the entry within which steps count, in microseconds.</param>
/// <param name="Entered">Entities that took the first step.</param>
/// <param name="Rate">The share of them that took the last.</param>
/// <param name="DropOff">The share of them that did not.</param>
public sealed record FunnelSymbol(
    string Module,
    string Name,
    string? Label,
    string? Description,
    ColumnSymbol Entity,
    long Within,
    ImmutableArray<FunnelStepSymbol> Steps,
    MetricSymbol Entered,
    MetricSymbol Rate,
    MetricSymbol DropOff,
    Location Location)
{
    /// <summary>Every metric of the funnel: its own, then those of each step.</summary>
    public IEnumerable<MetricSymbol> Members => new[] { Entered, Rate, DropOff }.Concat(Steps.SelectMany(s => s.Members));
}

/// <summary>A step of a funnel. The first has neither a step before it nor a time from the entry.</summary>
public sealed record FunnelStepSymbol(
    string Name,
    string? Label,
    MetricSymbol Count,
    MetricSymbol Rate,
    MetricSymbol? StepRate,
    MetricSymbol? DropOff,
    MetricSymbol? Time,
    MetricSymbol? MeanTime)
{
    public IEnumerable<MetricSymbol> Members => new[] { Count, Rate, StepRate, DropOff, Time, MeanTime }.Where(m => m is not null).Select(m => m!);
}
