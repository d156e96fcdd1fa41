namespace MetricsAsCode.Simulation.Uber;

/// <summary>Somebody with an account.</summary>
internal sealed record Rider(long Id, string City, long SignedUpAt);
