namespace MetricsAsCode.Scorecards.Model;

/// <summary>How a metric has moved against an earlier period.</summary>
/// <param name="Difference">The later value minus the earlier one; null when one has no value.</param>
/// <param name="Text">E.g. <c>▲ +2.3 points</c>, <c>▼ -4.0%</c>, <c>unchanged</c> or why there is none.</param>
/// <param name="Judgement"><c>better</c> or <c>worse</c>, where the metric says which way is better.</param>
/// <param name="Against">The earlier period's name.</param>
public sealed record ChangeModel(double? Difference, string Text, string? Judgement, string Against);
