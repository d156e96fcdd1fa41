namespace MetricsAsCode.Scorecards.Model;

/// <summary>Where something is defined.</summary>
/// <param name="Place">The file's name and the line, e.g. <c>orders.metrics:12</c>.</param>
/// <param name="Address">The address relative to the scorecard's file.</param>
public sealed record LinkModel(string Place, string Address);
