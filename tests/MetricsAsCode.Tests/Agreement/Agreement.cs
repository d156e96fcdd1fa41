using MetricsAsCode.Results;

namespace MetricsAsCode.Tests.Agreement;

/// <summary>The comparison of the differential runner, under the name that tests call it by.</summary>
internal static class Agreement
{
    /// <inheritdoc cref="MetricsAsCode.Differential.Running.Agreement.Differences" />
    public static IEnumerable<string> Differences(IReadOnlyList<MetricResult> left, IReadOnlyList<MetricResult> right) =>
        MetricsAsCode.Differential.Running.Agreement.Differences(left, right);
}
