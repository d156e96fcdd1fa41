namespace MetricsAsCode.Results;

/// <summary>Rows that are left out because their time is not before the as-of.</summary>
/// <param name="Source">The name of their source, e.g. <c>orders</c>.</param>
/// <param name="Count">How many there are.</param>
public readonly record struct LaterRows(string Source, long Count);
