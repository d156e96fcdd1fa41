namespace MetricsAsCode.Results;

/// <summary>One metric's result for one period and, in a breakdown, one group.</summary>
/// <param name="Metric">The name as it was asked for.</param>
/// <param name="Period">The period as it was asked for.</param>
/// <param name="Group">The group's name; null: the group of rows whose dimension is missing, or no group at all.</param>
/// <param name="IsGroup">Whether this is one group of a breakdown.</param>
/// <param name="Measurement">What was found.</param>
public sealed record MetricResult(string Metric, Period Period, string? Group, bool IsGroup, Measurement Measurement)
{
    /// <summary>Whether this is the group of all that <c>top</c> left over; its <see cref="Group"/> is <c>other</c>.</summary>
    public bool IsOther { get; init; }
}
