using MetricsAsCode.Time;
using MetricsAsCode.Values;

namespace MetricsAsCode.Calculation;

/// <summary>A metric as a calculator knows it.</summary>
/// <param name="Name">The name as written in the definition.</param>
/// <param name="Formula">What is computed.</param>
/// <param name="Unit">What the number measures.</param>
/// <param name="Every">The grain that <c>every month</c> fixed, or null. The formula's windows contain it already.</param>
/// <param name="Display">How the value is written; null for the unit's usual form.</param>
public sealed record MetricPlan(string Name, Formula Formula, Unit Unit, Grain? Every = null, Display? Display = null)
{
    /// <summary>What results say of the sample that they rest on; null when they rest on none.</summary>
    public SamplePlan? Sample { get; init; }

    /// <summary>The formula, and what is computed beside it.</summary>
    internal IEnumerable<Formula> Formulas => Sample?.ResponseRate is { } rate ? [Formula, rate] : [Formula];

    /// <summary>The same without what the rows asked say.</summary>
    internal MetricPlan WithoutResponseRate => Sample is null ? this : this with { Sample = Sample with { ResponseRate = null } };
}
