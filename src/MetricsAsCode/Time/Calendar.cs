using System.Globalization;
using MetricsAsCode.Values;

namespace MetricsAsCode.Time;

/// <summary>
/// A product's calendar: where days begin, which day begins a week, which month begins a fiscal year.
/// It turns periods into local days and local days into instants.
/// </summary>
public sealed class Calendar
{
    private readonly DayStarts days;

    /// <summary>A calendar of a time zone.</summary>
    /// <param name="zone">The zone in which days begin.</param>
    /// <param name="weekStart">The first day of a week; weeks have ISO labels only when it is monday.</param>
    /// <param name="yearStartMonth">The first month of a fiscal year, 1 to 12.</param>
    public Calendar(TimeZoneInfo zone, DayOfWeek weekStart = DayOfWeek.Monday, int yearStartMonth = 1)
    {
        ArgumentNullException.ThrowIfNull(zone);
        ArgumentOutOfRangeException.ThrowIfLessThan(yearStartMonth, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(yearStartMonth, 12);
        (Zone, WeekStart, YearStartMonth) = (zone, weekStart, yearStartMonth);
        days = new DayStarts(zone);
    }

    /// <summary>The calendar of a module without a product: UTC, weeks from monday, years from January.</summary>
    public static Calendar Utc { get; } = new(TimeZoneInfo.Utc);

    /// <summary>The zone in which days begin.</summary>
    public TimeZoneInfo Zone { get; }

    /// <summary>The first day of a week.</summary>
    public DayOfWeek WeekStart { get; }

    /// <summary>The first month of a fiscal year, 1 to 12.</summary>
    public int YearStartMonth { get; }

    /// <summary>The first instant at which the zone's clocks show this day or, when they skip it, a later one.</summary>
    public Instant StartOf(DateOnly date) => days.StartOf(date);

    /// <summary>The local day that an instant belongs to: the last one that has started.</summary>
    public DateOnly DateOf(Instant instant) => days.DateOf(instant);

    /// <summary>The hour that the zone's clocks show at an instant, 0 to 23.</summary>
    public int HourOf(Instant instant) => TimeZoneInfo.ConvertTimeFromUtc(instant.ToUtc(), Zone).Hour;

    /// <summary>The local day of the last moment before the as-of: the newest day with data.</summary>
    public DateOnly LastDayBefore(Instant asOf) => DateOf(asOf.Plus(-1));

    /// <summary>The instants of a stretch of days.</summary>
    public TimeRange RangeOf(Stretch stretch) => new(stretch.First is { } first ? StartOf(first) : null, StartOf(stretch.End));

    /// <summary>Whether all of a stretch lies before the as-of.</summary>
    public bool HasEnded(Stretch stretch, Instant asOf) => StartOf(stretch.End) <= asOf;

    /// <summary>Whether some of a stretch lies before the as-of.</summary>
    public bool HasStarted(Stretch stretch, Instant asOf) => stretch.First is not { } first || StartOf(first) < asOf;

    /// <summary>The days of a period.</summary>
    /// <param name="period">The period as written.</param>
    /// <param name="asOf">How far the data reach; only relative periods need it.</param>
    /// <exception cref="PeriodException">The calendar has no such days.</exception>
    public Stretch StretchOf(Period period, Instant? asOf = null) =>
        Resolve(period, asOf).TryGet(out var stretch, out var reason) ? stretch : throw new PeriodException(period, reason);

    /// <summary>The days of a period, or the reason why the calendar has no such days.</summary>
    /// <param name="period">The period as written.</param>
    /// <param name="asOf">How far the data reach; only relative periods need it.</param>
    public Outcome<Stretch> Resolve(Period period, Instant? asOf = null) => period.Kind switch
    {
        PeriodKind.Range => ResolveRange(period, asOf),
        PeriodKind.Relative => ResolveRelative(period, asOf),
        PeriodKind.Week when WeekStart != DayOfWeek.Monday => Reason.NoWeekLabels,
        _ => Unit(FirstDay(period), period.Grain!.Value),
    };

    /// <summary>The calendar unit that holds a day: always a calendar one, never a fiscal one.</summary>
    /// <returns>The unit, or a reason at the ends of the calendar.</returns>
    public Outcome<Stretch> UnitAt(DateOnly day, Grain grain) => Unit(UnitStart(day, grain), grain);

    /// <summary>The first day of the calendar unit that holds a day; a week cut off by the year 1 starts with it.</summary>
    internal DateOnly UnitStart(DateOnly day, Grain grain) => grain switch
    {
        Grain.Day => day,
        Grain.Week => DayMath.AddDays(day, -(((int)day.DayOfWeek - (int)WeekStart + 7) % 7)) ?? DateOnly.MinValue,
        Grain.Month => new DateOnly(day.Year, day.Month, 1),
        Grain.Quarter => new DateOnly(day.Year, (((day.Month - 1) / 3) * 3) + 1, 1),
        _ => new DateOnly(day.Year, 1, 1),
    };

    private static Outcome<Stretch> Unit(DateOnly? first, Grain grain) =>
        first is { } start && DayMath.Add(start, 1, grain) is { } end ? new Stretch(start, end, grain) : Reason.OutsideCalendar;

    private DateOnly? FirstDay(Period unit)
    {
        var (year, number) = (unit.YearNumber, unit.Number);
        return unit.Kind switch
        {
            PeriodKind.Day => PeriodText.DateOf(unit),
            PeriodKind.Week => DateOnly.FromDateTime(ISOWeek.ToDateTime(year, number, DayOfWeek.Monday)),
            PeriodKind.Month => new DateOnly(year, number, 1),
            PeriodKind.Quarter => new DateOnly(year, ((number - 1) * 3) + 1, 1),
            PeriodKind.Year => new DateOnly(year, 1, 1),
            // A fiscal year bears the name of the year in which it ends.
            _ => DayMath.AddMonths(new DateOnly(year, YearStartMonth, 1), (YearStartMonth == 1 ? 0 : -12) + (unit.Kind == PeriodKind.FiscalQuarter ? (number - 1) * 3 : 0)),
        };
    }

    private Outcome<Stretch> ResolveRange(Period range, Instant? asOf)
    {
        if (!Resolve(range.First!, asOf).TryGet(out var first, out var none) || !Resolve(range.Last!, asOf).TryGet(out var last, out none))
            return none;
        return last.End > first.First!.Value ? new Stretch(first.First, last.End, null) : Reason.BackwardRange;
    }

    private Outcome<Stretch> ResolveRelative(Period period, Instant? asOf)
    {
        if (asOf is not { } instant)
            return Reason.NoData;
        var grain = period.Grain!.Value;
        return Unit(DayMath.Add(UnitStart(LastDayBefore(instant), grain), period.Offset, grain), grain);
    }
}
