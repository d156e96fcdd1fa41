namespace MetricsAsCode.Simulation.Success;

/// <summary>A stretch of days in which an account pays the same: from its first day to the day before its end; no end while it lasts.</summary>
internal sealed record Spell(int From, int? To, int Seats, int SeatPrice)
{
    public long Cents => 100L * Seats * SeatPrice;

    public bool Covers(int day) => day >= From && (To is not { } end || day < end);
}
