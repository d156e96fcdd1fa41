namespace MetricsAsCode.Simulation.Slack;

/// <summary>From 1 January to 15 August 2026 in Los Angeles, with its summer time: half of the third quarter has passed.</summary>
internal static class SlackTime
{
    private static readonly int SummerOf2025Ends = Clock.DayOf(2025, 11, 3);
    private static readonly int SummerOf2026Begins = Clock.DayOf(2026, 3, 9);

    /// <summary>The oldest workspace; nothing but accounts is kept from before <see cref="First"/>.</summary>
    public static readonly int Oldest = Clock.DayOf(2025, 6, 1);

    public static readonly int First = Clock.DayOf(2026, 1, 1);
    public static readonly int End = Clock.DayOf(2026, 8, 16);

    /// <summary>The instant after the last one of the data.</summary>
    public static readonly long EndAt = Midnight(End);

    public static long Midnight(int day) => Clock.Midnight(day) + ((day >= SummerOf2025Ends && day < SummerOf2026Begins ? 8 : 7) * Clock.Hour);

    public static int DayOf(long instant)
    {
        int day = (int)((instant - (8 * Clock.Hour)) / Clock.Day);
        return Midnight(day + 1) <= instant ? day + 1 : day;
    }

    /// <summary>A moment of a day, at an hour at which people do things.</summary>
    public static long On(int day, ref SplitMix64 random) => Midnight(day) + (long)(Curve.Day.Draw(ref random) * (23 * Clock.Hour));

    /// <summary>What had not happened by the end is missing.</summary>
    public static long? Known(long instant) => instant < EndAt ? instant : null;
}
