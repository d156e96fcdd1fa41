namespace MetricsAsCode.Simulation.Uber;

/// <summary>What the definitions are to find in the Uber data. `metrics-defs/uber/data/README.md` says the same to readers. Days are those of Kolkata.</summary>
internal static class UberPlants
{
    /// <summary>From 6 July 2026 a new chatbot solves what the old one passed on, and riders turn to it.</summary>
    public static readonly int NewChatbot = Clock.DayOf(2026, 7, 6);

    /// <summary>In the week from 18 May 2026 (2026-W21) the call centre was short of people: four times the wait.</summary>
    public static readonly int SlowWeek = Clock.DayOf(2026, 5, 18);

    public const double SlowWeekWait = 4;

    /// <summary>From 15 June 2026 drivers in Mumbai cancel much more often.</summary>
    public static readonly int Cancellations = Clock.DayOf(2026, 6, 15);

    public const string CancellingCity = "Mumbai";
    public const double DriverCancels = 0.06;
    public const double DriverCancelsThere = 0.24;

    /// <summary>From 1 July 2026 a click on YouTube costs twice as much.</summary>
    public static readonly int DearerClicks = Clock.DayOf(2026, 7, 1);

    public const string DearerChannel = "youtube_ads";

    public static bool IsSlow(int day) => day >= SlowWeek && day < SlowWeek + 7;
}
