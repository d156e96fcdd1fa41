namespace MetricsAsCode.Calculation;

/// <summary>What the results of a metric over a self-selected sample say besides their value.</summary>
/// <param name="ResponseRate">The share of the rows asked that have an answer; null when it is not wanted.</param>
/// <param name="Asked">The name of the source of the rows asked.</param>
/// <param name="IsProportion">Whether the value is a part of the sample's rows over all of them, so that an interval around it follows from the two counts.</param>
public sealed record SamplePlan(Formula? ResponseRate, string Asked, bool IsProportion);
