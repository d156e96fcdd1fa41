namespace MetricsAsCode.Scorecards.Model;

/// <summary>A number as it is and as people read it.</summary>
/// <param name="Number">The number in its unit (ratios with 1 as the whole, durations in microseconds); null when there is none or it is a text or date.</param>
/// <param name="Text">What people read, e.g. <c>12.5%</c> or <c>no value (no rows)</c>.</param>
/// <param name="Reason">Why there is no value; null when there is one.</param>
public sealed record Figure(double? Number, string Text, string? Reason = null)
{
    /// <summary>The unit of time that the value is of, where that is not the whole period: the last whole month of a metric <c>every month</c>, e.g. <c>2026-06</c>.</summary>
    public string? Of { get; init; }
}
