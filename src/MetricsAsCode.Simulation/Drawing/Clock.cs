namespace MetricsAsCode.Simulation;

/// <summary>Instants are whole seconds since 1970, days are numbered since 1970; all in UTC.</summary>
internal static class Clock
{
    public const long Minute = 60;
    public const long Hour = 3600;
    public const long Day = 86400;

    private static readonly int Epoch = new DateOnly(1970, 1, 1).DayNumber;

    public static int DayOf(int year, int month, int day) => new DateOnly(year, month, day).DayNumber - Epoch;

    public static long Midnight(int day) => day * Day;

    public static DateOnly Date(int day) => DateOnly.FromDayNumber(day + Epoch);

    public static bool IsWeekend(int day) => Date(day).DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
}
