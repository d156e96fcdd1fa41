namespace MetricsAsCode.Time;

/// <summary>A half-open range of instants, [Start, End).</summary>
/// <param name="Start">The first instant inside; null: since the beginning of time.</param>
/// <param name="End">The first instant after.</param>
public readonly record struct TimeRange(Instant? Start, Instant End)
{
    /// <summary>Whether an instant lies inside.</summary>
    public bool Contains(Instant instant) => instant < End && (Start is not { } start || instant >= start);
}
