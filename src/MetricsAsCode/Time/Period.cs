using System.Globalization;
using MetricsAsCode.Time;

namespace MetricsAsCode;

/// <summary>
/// A period as it is written, e.g. <c>2026-Q3</c> or <c>last month</c>. Which days it covers is the calendar's to say.
/// Periods are equal when they are written alike.
/// </summary>
public sealed record Period
{
    private Period(PeriodKind kind) => Kind = kind;

    /// <summary>The form the period is written in.</summary>
    public PeriodKind Kind { get; }

    /// <summary>The year of a unit: calendar, ISO week or fiscal; 0 for ranges and relative periods.</summary>
    public int YearNumber { get; private init; }

    /// <summary>The quarter, month or week within the year, or the day of the year; 1 for a year; 0 for ranges and relative periods.</summary>
    public int Number { get; private init; }

    /// <summary>The first unit of a range.</summary>
    public Period? First { get; private init; }

    /// <summary>The last unit of a range, included.</summary>
    public Period? Last { get; private init; }

    /// <summary>How many units a relative period lies from the one at hand: 0 for <c>this month</c>, -1 for <c>last month</c>.</summary>
    public int Offset { get; private init; }

    /// <summary>The grain of one unit or of a relative period; null for a range.</summary>
    public Grain? Grain { get; private init; }

    /// <summary>One day.</summary>
    public static Period Day(DateOnly date) => Unit(PeriodKind.Day, Time.Grain.Day, date.Year, date.DayOfYear);

    /// <summary>An ISO week; it exists only in calendars whose weeks start on monday.</summary>
    /// <exception cref="ArgumentOutOfRangeException">That year has no such week.</exception>
    public static Period Week(int isoYear, int week)
    {
        Check(isoYear, 1, 9999, nameof(isoYear));
        Check(week, 1, ISOWeek.GetWeeksInYear(isoYear), nameof(week));
        return Unit(PeriodKind.Week, Time.Grain.Week, isoYear, week);
    }

    /// <summary>A calendar month, 1 to 12.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such month.</exception>
    public static Period Month(int year, int month) => Unit(PeriodKind.Month, Time.Grain.Month, year, Check(month, 1, 12, nameof(month)));

    /// <summary>A calendar quarter, 1 to 4.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such quarter.</exception>
    public static Period Quarter(int year, int quarter) => Unit(PeriodKind.Quarter, Time.Grain.Quarter, year, Check(quarter, 1, 4, nameof(quarter)));

    /// <summary>A calendar year.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The year is outside 1 to 9999.</exception>
    public static Period Year(int year) => Unit(PeriodKind.Year, Time.Grain.Year, year, 1);

    /// <summary>A quarter, 1 to 4, of the fiscal year that ends in the given year.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such quarter.</exception>
    public static Period FiscalQuarter(int fiscalYear, int quarter) =>
        Unit(PeriodKind.FiscalQuarter, Time.Grain.Quarter, fiscalYear, Check(quarter, 1, 4, nameof(quarter)));

    /// <summary>The fiscal year that ends in the given year.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The year is outside 1 to 9999.</exception>
    public static Period FiscalYear(int fiscalYear) => Unit(PeriodKind.FiscalYear, Time.Grain.Year, fiscalYear, 1);

    /// <summary>From a first to a last day, both included.</summary>
    /// <exception cref="ArgumentException">The last day is before the first.</exception>
    public static Period Range(DateOnly first, DateOnly lastInclusive)
    {
        if (lastInclusive < first)
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"A range cannot end ({lastInclusive:yyyy-MM-dd}) before it starts ({first:yyyy-MM-dd})."), nameof(lastInclusive));
        return Range(Day(first), Day(lastInclusive));
    }

    /// <summary>From the start of one unit to the end of another, e.g. <c>2026-01..2026-06</c>. That it does not run backwards is checked when a calendar resolves it.</summary>
    /// <exception cref="ArgumentException">An end is itself a range or relative.</exception>
    public static Period Range(Period first, Period last)
    {
        if (first.Kind >= PeriodKind.Range || last.Kind >= PeriodKind.Range)
            throw new ArgumentException($"A range runs from one unit to another, not from `{first}` to `{last}`.", nameof(first));
        return new Period(PeriodKind.Range) { First = first, Last = last };
    }

    /// <summary>The unit that lies <paramref name="offset"/> units from the one that holds the last day before the as-of: 0 is <c>this month</c>, -1 <c>last month</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The offset is positive.</exception>
    public static Period Relative(int offset, Grain grain) =>
        new(PeriodKind.Relative) { Offset = Check(offset, -120_000, 0, nameof(offset)), Grain = grain };

    /// <summary>Reads any spelling that <see cref="ToString"/> writes.</summary>
    public static bool TryParse(string text, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out Period? period)
    {
        period = PeriodText.Parse(text);
        return period is not null;
    }

    /// <summary>The period as the language writes it.</summary>
    public override string ToString() => PeriodText.Write(this);

    private static Period Unit(PeriodKind kind, Grain grain, int year, int number) =>
        new(kind) { YearNumber = Check(year, 1, 9999, nameof(year)), Number = number, Grain = grain };

    private static int Check(int value, int low, int high, string name) =>
        value >= low && value <= high
            ? value
            : throw new ArgumentOutOfRangeException(name, value, string.Create(CultureInfo.InvariantCulture, $"The {name} of a period lies between {low} and {high}."));
}
