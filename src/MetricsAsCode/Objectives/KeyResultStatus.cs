namespace MetricsAsCode.Objectives;

/// <summary>How a key result stands at the as-of.</summary>
public enum KeyResultStatus
{
    /// <summary>Its period has not started.</summary>
    NotStarted,

    /// <summary>Its period runs, and the metric cannot be judged yet.</summary>
    TooEarly,

    /// <summary>There is no score, for the reason given.</summary>
    NoData,

    /// <summary>Its period runs, and the target is met or will be at this pace.</summary>
    OnTrack,

    /// <summary>Its period runs, and the target is in reach.</summary>
    AtRisk,

    /// <summary>Its period runs, and the target is out of reach at this pace.</summary>
    OffTrack,

    /// <summary>The target is met for good.</summary>
    Achieved,

    /// <summary>Its period is over, and the target was not met.</summary>
    Missed,
}
