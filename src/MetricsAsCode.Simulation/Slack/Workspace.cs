namespace MetricsAsCode.Simulation.Slack;

/// <summary>A team's place: when it was made, for which promotion, and the day from which it pays, if any.</summary>
internal sealed record Workspace(long Id, long CreatedAt, string? Promotion, bool IsPaidFirst, int? PaidFrom);
