namespace MetricsAsCode.Simulation;

/// <summary>Days of Asia/Kolkata, which begin five and a half hours before those of UTC, all year.</summary>
internal static class Kolkata
{
    private const long Ahead = (5 * Clock.Hour) + (30 * Clock.Minute);

    public static long Midnight(int day) => Clock.Midnight(day) - Ahead;

    public static int DayOf(long instant) => (int)((instant + Ahead) / Clock.Day);

    /// <summary>A moment of a day, at an hour at which people do things.</summary>
    public static long On(int day, ref SplitMix64 random) => Midnight(day) + (long)(Curve.Day.Draw(ref random) * Clock.Day);
}
