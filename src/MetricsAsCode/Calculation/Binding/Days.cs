using MetricsAsCode.Time;

namespace MetricsAsCode.Calculation.Binding;

/// <summary>Dates as columns hold them: days since 1970-01-01.</summary>
internal static class Days
{
    private static readonly int Epoch = DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber;

    public static int Of(DateOnly date) => date.DayNumber - Epoch;

    /// <summary>The first day that does not start before the instant. Days that a zone skips are empty: they start when the next one does.</summary>
    public static int FirstFrom(Instant instant, Calendar calendar)
    {
        var day = calendar.DateOf(instant);
        while (day > DateOnly.MinValue && calendar.StartOf(day.AddDays(-1)) >= instant)
            day = day.AddDays(-1);
        return calendar.StartOf(day) >= instant ? Of(day) : Of(day) + 1;
    }

    public static DateOnly Date(int days) => DateOnly.FromDayNumber(days + Epoch);
}
