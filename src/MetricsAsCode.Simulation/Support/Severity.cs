namespace MetricsAsCode.Simulation.Support;

/// <summary>How urgent a ticket is: by when its solution is promised (the definitions say the same), and how long that usually takes, in seconds.</summary>
internal sealed record Severity(string Name, long ResolutionWithin, double ResponseFactor, double Resolution)
{
    public static readonly Severity Critical = new("critical", 4 * Clock.Hour, 0.15, 1.3 * Clock.Hour);
    public static readonly Severity High = new("high", 12 * Clock.Hour, 0.4, 4 * Clock.Hour);
    public static readonly Severity Normal = new("normal", 3 * Clock.Day, 1, 20 * Clock.Hour);
    public static readonly Severity Low = new("low", 7 * Clock.Day, 1.6, 48 * Clock.Hour);

    public static readonly Weighted<Severity> Mix = new((Critical, 5), (High, 17), (Normal, 53), (Low, 25));
}
