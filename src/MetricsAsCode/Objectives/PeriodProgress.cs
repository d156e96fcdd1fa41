using MetricsAsCode.Time;

namespace MetricsAsCode.Objectives;

/// <summary>How far a period has come at the as-of, by instants.</summary>
/// <param name="Elapsed">The part that has elapsed, 0 to 1.</param>
/// <param name="HasStarted">Whether any of it has elapsed.</param>
/// <param name="IsOver">Whether all of it has.</param>
public readonly record struct PeriodProgress(double Elapsed, bool HasStarted, bool IsOver)
{
    /// <summary>Whether the period has started and is not over.</summary>
    public bool IsRunning => HasStarted && !IsOver;

    /// <summary>The progress of a period with a start.</summary>
    /// <exception cref="ArgumentException">The period has no start.</exception>
    public static PeriodProgress Of(TimeRange period, Instant asOf)
    {
        if (period.Start is not { } start)
            throw new ArgumentException($"A period without a start (until {period.End}) has no progress.", nameof(period));
        if (asOf >= period.End)
            return new(1, true, true);
        return asOf <= start
            ? new(0, false, false)
            : new((double)(asOf.Microseconds - start.Microseconds) / (period.End.Microseconds - start.Microseconds), true, false);
    }
}
