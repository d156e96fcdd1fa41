using System.Globalization;

namespace MetricsAsCode.Time;

/// <summary>Arithmetic on local days that knows where the calendar ends: null is a day outside the years 1 to 9999.</summary>
internal static class DayMath
{
    internal static DateOnly? AddDays(DateOnly day, long days)
    {
        var number = day.DayNumber + days;
        return number >= DateOnly.MinValue.DayNumber && number <= DateOnly.MaxValue.DayNumber ? DateOnly.FromDayNumber((int)number) : null;
    }

    internal static DateOnly? AddMonths(DateOnly day, long months)
    {
        var index = ((day.Year - 1) * 12L) + day.Month - 1 + months;
        if (index is < 0 or >= 9999 * 12)
            return null;
        var (year, month) = ((int)(index / 12) + 1, (int)(index % 12) + 1);
        return new DateOnly(year, month, Math.Min(day.Day, DateTime.DaysInMonth(year, month)));
    }

    /// <summary>So many units later (earlier when negative); a month from the 31st ends on the month's last day.</summary>
    internal static DateOnly? Add(DateOnly day, long count, Grain grain) => grain switch
    {
        Grain.Day => AddDays(day, count),
        Grain.Week => AddDays(day, count * 7),
        Grain.Month => AddMonths(day, count),
        Grain.Quarter => AddMonths(day, count * 3),
        _ => AddMonths(day, count * 12),
    };

    /// <summary>A boundary between days, a year earlier: the 29th of February becomes the 1st of March, so that ranges that touch still touch.</summary>
    internal static DateOnly? BoundaryLastYear(DateOnly day) =>
        day.Year == 1 ? null : day is { Month: 2, Day: 29 } ? new DateOnly(day.Year - 1, 3, 1) : day.AddYears(-1);

    /// <summary>The monday of the week with the same ISO label last year; week 53 has its like in a shorter year's last week.</summary>
    internal static DateOnly? WeekLastYear(DateOnly monday)
    {
        var date = monday.ToDateTime(TimeOnly.MinValue);
        var year = ISOWeek.GetYear(date) - 1;
        if (year < 1)
            return null;
        var week = Math.Min(ISOWeek.GetWeekOfYear(date), ISOWeek.GetWeeksInYear(year));
        return DateOnly.FromDateTime(ISOWeek.ToDateTime(year, week, DayOfWeek.Monday));
    }
}
