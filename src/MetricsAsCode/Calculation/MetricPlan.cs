using MetricsAsCode.Time;
using MetricsAsCode.Values;

namespace MetricsAsCode.Calculation;

/// <summary>A metric as a calculator knows it.</summary>
/// <param name="Name">The name as written in the definition.</param>
/// <param name="Formula">What is computed.</param>
/// <param name="Unit">What the number measures.</param>
/// <param name="Every">The grain that <c>every month</c> fixed, or null. The formula's windows contain it already.</param>
/// <param name="Display">How the value is written; null for the unit's usual form.</param>
public sealed record MetricPlan(string Name, Formula Formula, Unit Unit, Grain? Every = null, Display? Display = null);
