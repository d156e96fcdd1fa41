using MetricsAsCode.Calculation.Binding;
using MetricsAsCode.Time;

namespace MetricsAsCode.Calculation.Others;

/// <summary>Numbers the days, weeks or months of a calendar, so that the difference of two numbers is how many units lie between.</summary>
internal sealed class UnitsOfTime(Calendar calendar, Grain unit)
{
    private int day;
    private long dayStart = long.MaxValue;
    private long dayEnd = long.MinValue;

    public int At(long instant)
    {
        var local = DayAt(instant);
        return unit switch
        {
            Grain.Day => local,
            // 1970-01-01 was a Thursday; the first of the week is its 4 - first days before.
            Grain.Week => (int)Math.Floor((local + 4 - (int)calendar.WeekStart) / 7.0),
            Grain.Month => Days.Date(local) is var date ? (date.Year * 12) + date.Month - 1 : 0,
            _ => throw new InvalidOperationException($"Unexpected unit {unit}."),
        };
    }

    // Rows near each other mostly lie on one day.
    private int DayAt(long instant)
    {
        if (instant < dayStart || instant >= dayEnd)
        {
            var date = calendar.DateOf(new Instant(instant));
            day = Days.Of(date);
            (dayStart, dayEnd) = (calendar.StartOf(date).Microseconds, date == DateOnly.MaxValue ? long.MaxValue : calendar.StartOf(date.AddDays(1)).Microseconds);
        }

        return day;
    }
}
