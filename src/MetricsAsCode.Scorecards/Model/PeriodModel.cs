namespace MetricsAsCode.Scorecards.Model;

/// <summary>The stretch of time that something is shown for.</summary>
/// <param name="Name">As the definition writes it, e.g. <c>1998-Q1</c>.</param>
/// <param name="From">The first day, <c>1998-01-01</c>; null when the calendar has no such period.</param>
/// <param name="To">The last day.</param>
/// <param name="State"><c>ended</c>, <c>running</c>, <c>not started</c> or <c>no data</c>.</param>
/// <param name="Elapsed">The part that has elapsed, by instants.</param>
/// <param name="IsUnfinished">Whether it ends after the as-of.</param>
/// <param name="AsOf">The newest day with data; null when there is none.</param>
public sealed record PeriodModel(string Name, string? From, string? To, string State, Figure Elapsed, bool IsUnfinished, string? AsOf);
