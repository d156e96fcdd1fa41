namespace MetricsAsCode.Simulation.Support;

/// <summary>What the definitions are to find in the support data. `metrics-defs/support/data/README.md` says the same to readers.</summary>
internal static class SupportPlants
{
    /// <summary>In the week from 16 March 2026 (2026-W12) half the desk was away.</summary>
    public static readonly int SlowWeek = Clock.DayOf(2026, 3, 16);

    public const double SlowWeekResponse = 4;
    public const double SlowWeekResolution = 2;

    /// <summary>Agent a03 takes longer for everything and closes tickets that come back.</summary>
    public const int SlowAgent = 3;

    public const double SlowAgentHandling = 1.7;
    public const double SlowAgentResolution = 2.2;

    /// <summary>By email, unhappy customers answer a third as often as happy ones; called at random by phone, nearly all answer.</summary>
    public const double HappyAnswer = 0.45;

    public const double UnhappyAnswer = 0.15;
    public const double PhoneAnswer = 0.92;
    public const double AskedByPhone = 0.12;

    /// <summary>From April 2026 the software costs half as much again.</summary>
    public static readonly int PriceRise = Clock.DayOf(2026, 4, 1);

    /// <summary>From 1 May 2026 a better form in the portal brings chat and phone fewer tickets: the portal's share doubles.</summary>
    public static readonly int NewPortal = Clock.DayOf(2026, 5, 1);

    public static bool IsSlow(int day) => day >= SlowWeek && day < SlowWeek + 7;
}
