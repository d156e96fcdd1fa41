using MetricsAsCode.Compiler.Syntax;
using MetricsAsCode.Time;

namespace MetricsAsCode.Scorecards.Computing;

/// <summary>Periods as definitions write them, and stretches of days, as periods that engines understand.</summary>
public static class Periods
{
    /// <summary>The period that a definition names.</summary>
    public static Period Of(PeriodSyntax written) => written switch
    {
        UnitPeriod unit => Unit(unit),
        RangePeriod range => Period.Range(Unit(range.First), Unit(range.Last)),
        RelativePeriod relative => Period.Relative(relative.Offset, Of(relative.Grain)),
        _ => throw new InvalidOperationException($"Unexpected period {written.GetType().Name}."),
    };

    /// <summary>The runtime's word for a grain of the language.</summary>
    public static Time.Grain Of(Compiler.Syntax.Grain grain) => grain switch
    {
        Compiler.Syntax.Grain.Day => Time.Grain.Day,
        Compiler.Syntax.Grain.Week => Time.Grain.Week,
        Compiler.Syntax.Grain.Month => Time.Grain.Month,
        Compiler.Syntax.Grain.Quarter => Time.Grain.Quarter,
        Compiler.Syntax.Grain.Year => Time.Grain.Year,
        _ => throw new InvalidOperationException($"Unexpected grain {grain}."),
    };

    // A unit keeps its name, so that "the period before" stays whole months and quarters: engines step by what the period is, not by its days.
    // Weeks that do not start on monday have no name and are written as their seven days; a fiscal unit is one that no calendar unit begins with.

    /// <summary>The period that covers exactly a stretch of days.</summary>
    /// <exception cref="ArgumentException">The stretch has no first day.</exception>
    internal static Period Of(Stretch stretch, Calendar calendar)
    {
        var first = stretch.First ?? throw new ArgumentException("A stretch without a first day is no period.", nameof(stretch));
        return stretch.Unit switch
        {
            Time.Grain.Day => Period.Day(first),
            Time.Grain.Week when first.DayOfWeek == DayOfWeek.Monday && calendar.WeekStart == DayOfWeek.Monday && stretch.Days == 7 =>
                Period.Week(System.Globalization.ISOWeek.GetYear(first.ToDateTime(default)), System.Globalization.ISOWeek.GetWeekOfYear(first.ToDateTime(default))),
            Time.Grain.Month => Period.Month(first.Year, first.Month),
            Time.Grain.Quarter when first.Month % 3 == 1 => Period.Quarter(first.Year, ((first.Month - 1) / 3) + 1),
            Time.Grain.Quarter => FiscalQuarter(first, calendar.YearStartMonth),
            Time.Grain.Year when first.Month == 1 => Period.Year(first.Year),
            Time.Grain.Year => Period.FiscalYear(first.Year + 1),
            _ => Period.Range(first, stretch.End.AddDays(-1)),
        };
    }

    private static Period FiscalQuarter(DateOnly first, int yearStart)
    {
        var quarter = ((first.Month - yearStart + 12) % 12 / 3) + 1;
        var startYear = first.Month >= yearStart ? first.Year : first.Year - 1;
        return Period.FiscalQuarter(yearStart == 1 ? startYear : startYear + 1, quarter);
    }

    private static Period Unit(UnitPeriod unit) =>
        Period.TryParse(unit.Written, out var period) ? period : throw new InvalidOperationException($"The period `{unit.Written}` was accepted by the parser but cannot be read.");
}
