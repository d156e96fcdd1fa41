namespace MetricsAsCode.Simulation.Uber;

/// <summary>From 1 January to 15 August 2026 in Kolkata: half of the third quarter has passed.</summary>
internal static class UberTime
{
    /// <summary>The oldest rider; nothing but accounts is kept from before <see cref="First"/>.</summary>
    public static readonly int Oldest = Clock.DayOf(2025, 4, 1);

    public static readonly int First = Clock.DayOf(2026, 1, 1);
    public static readonly int End = Clock.DayOf(2026, 8, 16);

    /// <summary>The instant after the last one of the data.</summary>
    public static readonly long EndAt = Kolkata.Midnight(End);

    /// <summary>What had not happened by the end is missing.</summary>
    public static long? Known(long instant) => instant < EndAt ? instant : null;
}
