namespace MetricsAsCode.Results;

/// <summary>One metric to be computed for some periods.</summary>
/// <param name="Metric">The qualified name, e.g. <c>northwind.churn_rate</c>.</param>
/// <param name="Periods">The periods as written.</param>
/// <param name="By">The column to break down by; null: no breakdown.</param>
/// <param name="Top">At most so many groups, those with the largest n (ties by name), the rest recomputed as one; null: all groups.</param>
public sealed record MetricRequest(string Metric, IReadOnlyList<Period> Periods, Dimension? By = null, int? Top = null)
{
    /// <summary>Whether the response rate beside a metric over a sample is wanted; it reads the rows that were asked.</summary>
    public bool WithResponseRate { get; init; } = true;
}
