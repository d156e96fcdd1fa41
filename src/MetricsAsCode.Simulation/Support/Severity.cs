namespace MetricsAsCode.Simulation.Support;

/// <summary>How urgent a ticket is: what is promised for it, and how long it usually takes, in seconds.</summary>
internal sealed record Severity(string Name, long ResponseWithin, long ResolutionWithin, double ResponseFactor, double Resolution)
{
    public static readonly Severity Critical = new("critical", 15 * Clock.Minute, 4 * Clock.Hour, 0.15, 1.3 * Clock.Hour);
    public static readonly Severity High = new("high", 1 * Clock.Hour, 12 * Clock.Hour, 0.4, 4 * Clock.Hour);
    public static readonly Severity Normal = new("normal", 8 * Clock.Hour, 3 * Clock.Day, 1, 20 * Clock.Hour);
    public static readonly Severity Low = new("low", 24 * Clock.Hour, 7 * Clock.Day, 1.6, 48 * Clock.Hour);

    public static readonly Severity[] All = [Critical, High, Normal, Low];

    public static readonly Weighted<Severity> Mix = new((Critical, 5), (High, 17), (Normal, 53), (Low, 25));
}
