using MetricsAsCode.Compiler.Binding.Model;

namespace MetricsAsCode.Compiler.Symbols;

/// <summary>What the results of a metric over a self-selected sample say besides their value.</summary>
/// <param name="ResponseRate">The share of the rows asked that have an answer, over the same windows as the metric.</param>
/// <param name="Asked">The source of the rows asked.</param>
public sealed record MetricSample(Measure ResponseRate, SourceSymbol Asked)
{
    /// <summary>Whether the value is a part of the sample's rows over all of them, so that an interval around it follows from numerator and denominator.</summary>
    public bool IsProportion { get; init; }
}
