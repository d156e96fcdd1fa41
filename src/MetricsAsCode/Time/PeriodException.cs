using MetricsAsCode.Values;

namespace MetricsAsCode.Time;

/// <summary>A period that the calendar does not know, e.g. a week label where weeks do not start on monday.</summary>
public sealed class PeriodException : Exception
{
    /// <summary>Says which period has no days, and why.</summary>
    public PeriodException(Period period, Reason reason)
        : base($"`{period}` has no days in this calendar: {reason}.")
    {
        Period = period;
        Reason = reason;
    }

    /// <summary>The period asked for.</summary>
    public Period Period { get; }

    /// <summary>Why it has no days.</summary>
    public Reason Reason { get; }
}
