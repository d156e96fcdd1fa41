using MetricsAsCode.Time;

namespace MetricsAsCode.Calculation;

/// <summary>Everything a calculator needs to know besides its data.</summary>
/// <param name="Module">The module's name.</param>
/// <param name="Calendar">The product's calendar.</param>
/// <param name="Sources">The tables.</param>
/// <param name="Metrics">The metrics.</param>
/// <param name="AsOfSources">Names of the sources that say how far the data reaches; empty for all dated ones.</param>
public sealed record CalculatorPlan(
    string Module,
    Calendar Calendar,
    IReadOnlyList<SourcePlan> Sources,
    IReadOnlyList<MetricPlan> Metrics,
    IReadOnlyList<string> AsOfSources)
{
    /// <summary>Columns that are computed from other rows, each after those that it reads.</summary>
    public IReadOnlyList<DerivedColumn> Derived { get; init; } = [];
}
