namespace MetricsAsCode.Objectives;

/// <summary>Where the status of a running key result changes; a product may set it.</summary>
/// <param name="OnTrack">On a path: the part of the elapsed time that a score must have reached to be on track.</param>
/// <param name="AtRisk">On a path: the part that it must have reached to be at risk only.</param>
/// <param name="NearLevel">For a level that is not met: the score from which it is at risk only.</param>
public sealed record StatusThresholds(double OnTrack = 0.9, double AtRisk = 0.6, double NearLevel = 0.9)
{
    /// <summary>0.9, 0.6 and 0.9.</summary>
    public static StatusThresholds Default { get; } = new();
}
