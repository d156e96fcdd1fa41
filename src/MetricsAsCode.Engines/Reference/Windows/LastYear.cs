using System.Globalization;
using MetricsAsCode.Time;
using MetricsAsCode.Values;
using Grain = MetricsAsCode.Compiler.Syntax.Grain;

namespace MetricsAsCode.Engines.Reference.Windows;

// 1. Months, quarters and years go back twelve months; a day keeps its date, the 29th of February becomes the 28th.
// 2. A week keeps its ISO number, or the last of a year that has fewer; where weeks have no number it goes back 52 weeks.
// 3. A range keeps its two ends. An end is a boundary between days: that before the 29th of February becomes that before the 1st of March.
//    A range of the 29th alone would vanish: it becomes the 28th.

/// <summary><c>over same period last year</c></summary>
internal static class LastYear
{
    public static Stretch Of(Stretch p) => (p.First, p.Unit) switch
    {
        (null, _) => new Stretch(null, Boundary(p.End), null),
        ({ } first, Time.Grain.Day) => new Stretch(first.Plus(-1, Grain.Year), first.Plus(-1, Grain.Year).AddDays(1), Time.Grain.Day),
        ({ } first, Time.Grain.Week) => Week(first),
        ({ } first, { } unit) => new Stretch(first.Plus(-1, Grain.Year), p.End.Plus(-1, Grain.Year), unit),
        ({ } first, null) => Range(first, p.End),
    };

    private static Stretch Week(DateOnly first)
    {
        var start = first.DayOfWeek == DayOfWeek.Monday ? MondayLastYear(first) : first.Plus(-52, Grain.Week);
        return new Stretch(start, start.AddDays(7), Time.Grain.Week);
    }

    private static DateOnly MondayLastYear(DateOnly monday)
    {
        var day = monday.ToDateTime(TimeOnly.MinValue);
        int year = ISOWeek.GetYear(day) - 1;
        if (year < 1)
            throw new NoValueException(Reason.OutsideCalendar);
        int week = Math.Min(ISOWeek.GetWeekOfYear(day), ISOWeek.GetWeeksInYear(year));
        return DateOnly.FromDateTime(ISOWeek.ToDateTime(year, week, DayOfWeek.Monday));
    }

    private static Stretch Range(DateOnly first, DateOnly end)
    {
        var (start, stop) = (Boundary(first), Boundary(end));
        return start == stop && first < end ? new Stretch(start.AddDays(-1), stop, null) : new Stretch(start, stop, null);
    }

    private static DateOnly Boundary(DateOnly day) =>
        day is { Month: 2, Day: 29 } ? new DateOnly(day.Year - 1, 3, 1) : day.Plus(-1, Grain.Year);
}
