namespace MetricsAsCode.Simulation.Uber;

/// <summary>From 1 January to 15 August 2026 in Kolkata, five and a half hours ahead of UTC all year: half of the third quarter has passed.</summary>
internal static class UberTime
{
    private const long Ahead = (5 * Clock.Hour) + (30 * Clock.Minute);

    /// <summary>The oldest rider; nothing but accounts is kept from before <see cref="First"/>.</summary>
    public static readonly int Oldest = Clock.DayOf(2025, 4, 1);

    public static readonly int First = Clock.DayOf(2026, 1, 1);
    public static readonly int End = Clock.DayOf(2026, 8, 16);

    /// <summary>The instant after the last one of the data.</summary>
    public static readonly long EndAt = Midnight(End);

    public static long Midnight(int day) => Clock.Midnight(day) - Ahead;

    public static int DayOf(long instant) => (int)((instant + Ahead) / Clock.Day);

    /// <summary>A moment of a day, at an hour at which people do things.</summary>
    public static long On(int day, ref SplitMix64 random) => Midnight(day) + (long)(Curve.Day.Draw(ref random) * Clock.Day);

    /// <summary>What had not happened by the end is missing.</summary>
    public static long? Known(long instant) => instant < EndAt ? instant : null;
}
