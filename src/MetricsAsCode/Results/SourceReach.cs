using MetricsAsCode.Time;

namespace MetricsAsCode.Results;

/// <summary>How far the rows of a source reach.</summary>
/// <param name="Source">Its name, e.g. <c>orders</c>.</param>
/// <param name="Newest">The time of its newest row; it may lie after the as-of.</param>
public readonly record struct SourceReach(string Source, Instant Newest);
