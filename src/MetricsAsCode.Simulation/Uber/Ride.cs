namespace MetricsAsCode.Simulation.Uber;

/// <summary>A ride as the file shows it; what had not happened by the end of the data is missing. Fares are in paise.</summary>
internal sealed record Ride(long RequestedAt, long QuotedFare)
{
    public string Status { get; init; } = "requested";

    public string? CancelledBy { get; init; }

    public long? AssignedAt { get; init; }

    public long? PickedUpAt { get; init; }

    public long? PickupDistance { get; init; }

    public long? CompletedAt { get; init; }

    public long? Fare { get; init; }

    public long? RefundedAt { get; init; }
}
