using System.Globalization;
using MetricsAsCode.Values;

namespace MetricsAsCode.Time;

/// <summary>Series of calendar units: for trends, for <c>each day</c> and for breakdowns by time.</summary>
public static class CalendarUnits
{
    /// <summary>The calendar units of a grain that end inside a stretch, in order; the first may have begun before it.</summary>
    /// <param name="stretch">The stretch to split.</param>
    /// <param name="grain">The grain of the units.</param>
    /// <param name="calendar">Says where weeks start.</param>
    /// <param name="since">Where to begin in a stretch without a first day, usually the day of the earliest row.</param>
    /// <exception cref="ArgumentException">The stretch has no first day and <paramref name="since"/> is not given.</exception>
    public static IReadOnlyList<Stretch> SplitInto(this Stretch stretch, Grain grain, Calendar calendar, DateOnly? since = null)
    {
        var first = stretch.First ?? since ?? throw new ArgumentException($"A stretch without a first day (until {stretch.End:yyyy-MM-dd}) is split from a given day on.", nameof(since));
        var units = new List<Stretch>();
        if (first >= stretch.End)
            return units;
        DateOnly? start = calendar.UnitStart(first, grain);
        while (start is { } from && DayMath.Add(from, 1, grain) is { } end && end <= stretch.End)
        {
            units.Add(new Stretch(from, end, grain));
            start = end;
        }

        return units;
    }

    /// <summary>The <paramref name="count"/> periods of a grain, oldest first, up to the one that holds the last day of <paramref name="end"/>, or the last day before the as-of if that is earlier.</summary>
    /// <returns>The periods, or a reason: the calendar has no such period, or the periods would begin before the year 1.</returns>
    public static Outcome<IReadOnlyList<Period>> Trend(this Calendar calendar, Period end, int count, Grain grain, Instant? asOf)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        if (!calendar.Resolve(end, asOf).TryGet(out var stretch, out var none))
            return new(none);
        var last = calendar.UnitStart(calendar.LastDayOf(stretch, asOf), grain);
        if (DayMath.Add(last, 1 - (long)count, grain) is null)
            return new(Reason.OutsideCalendar);
        var periods = new Period[count];
        for (var i = 0; i < count; i++)
            periods[i] = calendar.PeriodAt(DayMath.Add(last, i + 1 - (long)count, grain)!.Value, grain);
        return new((IReadOnlyList<Period>)periods);
    }

    /// <summary>The calendar period of a grain that holds a day; a week without a label is written as its range of days.</summary>
    public static Period PeriodAt(this Calendar calendar, DateOnly day, Grain grain) => grain switch
    {
        Grain.Day => Period.Day(day),
        Grain.Week => Week(calendar, day),
        Grain.Month => Period.Month(day.Year, day.Month),
        Grain.Quarter => Period.Quarter(day.Year, ((day.Month - 1) / 3) + 1),
        _ => Period.Year(day.Year),
    };

    /// <summary>A stretch's last day, or the last day before the as-of if that is earlier.</summary>
    internal static DateOnly LastDayOf(this Calendar calendar, Stretch stretch, Instant? asOf)
    {
        var last = stretch.End.AddDays(-1);
        return asOf is { } instant && calendar.LastDayBefore(instant) is var newest && newest < last ? newest : last;
    }

    private static Period Week(Calendar calendar, DateOnly day)
    {
        var first = calendar.UnitStart(day, Grain.Week);
        if (calendar.WeekStart != DayOfWeek.Monday)
            return Period.Range(first, first.AddDays(6));
        var date = first.ToDateTime(TimeOnly.MinValue);
        return Period.Week(ISOWeek.GetYear(date), ISOWeek.GetWeekOfYear(date));
    }
}
