using MetricsAsCode.Values;
using Grain = MetricsAsCode.Compiler.Syntax.Grain;

namespace MetricsAsCode.Engines.Reference.Windows;

/// <summary>Steps of calendar units over local days. Days outside the years 1 to 9999 do not exist.</summary>
internal static class DaySteps
{
    /// <summary>So many units later, earlier when negative; a day that a month does not have becomes the month's last.</summary>
    /// <exception cref="NoValueException">There is no such day.</exception>
    public static DateOnly Plus(this DateOnly day, long count, Grain grain) =>
        TryPlus(day, count, grain) ?? throw new NoValueException(Reason.OutsideCalendar);

    public static DateOnly? TryPlus(this DateOnly day, long count, Grain grain) => grain switch
    {
        Grain.Day => PlusDays(day, count),
        Grain.Week => PlusDays(day, 7 * count),
        Grain.Month => PlusMonths(day, count),
        Grain.Quarter => PlusMonths(day, 3 * count),
        Grain.Year => PlusMonths(day, 12 * count),
        _ => throw new InvalidOperationException($"Unexpected grain {grain}."),
    };

    /// <summary>The first day of the calendar unit that holds a day.</summary>
    public static DateOnly UnitStart(this DateOnly day, Grain grain, DayOfWeek weekStart)
    {
        var first = day;
        while (!StartsUnit(first, grain, weekStart) && first > DateOnly.MinValue)
            first = first.AddDays(-1);
        return first;
    }

    private static bool StartsUnit(DateOnly day, Grain grain, DayOfWeek weekStart) => grain switch
    {
        Grain.Day => true,
        Grain.Week => day.DayOfWeek == weekStart,
        Grain.Month => day.Day == 1,
        Grain.Quarter => day is { Day: 1, Month: 1 or 4 or 7 or 10 },
        Grain.Year => day is { Day: 1, Month: 1 },
        _ => throw new InvalidOperationException($"Unexpected grain {grain}."),
    };

    private static DateOnly? PlusDays(DateOnly day, long days)
    {
        long number = day.DayNumber + days;
        return number >= DateOnly.MinValue.DayNumber && number <= DateOnly.MaxValue.DayNumber ? DateOnly.FromDayNumber((int)number) : null;
    }

    private static DateOnly? PlusMonths(DateOnly day, long months)
    {
        long index = (day.Year * 12L) + day.Month - 1 + months;
        return index >= 12 && index < 10_000 * 12 ? day.AddMonths((int)months) : null;
    }
}
