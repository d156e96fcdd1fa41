using MetricsAsCode.Values;

namespace MetricsAsCode.Time;

/// <summary>Local days, half-open: [First, End).</summary>
/// <param name="First">The first day inside; null: since the beginning of time.</param>
/// <param name="End">The first day after.</param>
/// <param name="Unit">The grain when the stretch is one calendar or fiscal unit; null when it is a range of days.</param>
public sealed record Stretch(DateOnly? First, DateOnly End, Grain? Unit)
{
    /// <summary>The number of days; null when there is no first day.</summary>
    public int? Days => First is { } first ? End.DayNumber - first.DayNumber : null;

    /// <summary>Whether a local day lies inside.</summary>
    public bool Contains(DateOnly day) => day < End && (First is not { } first || day >= first);

    // 1. A unit steps by its own kind: before March comes February, whole; a fiscal year steps by a fiscal year.
    // 2. A range steps by as many days as it has.
    // 3. Several steps back are one stretch, and one that is no longer a unit.

    /// <summary>The <paramref name="count"/> units before this one as one stretch; for a range as many days, <paramref name="count"/> times.</summary>
    /// <returns>The stretch, or a reason when it would leave the years 1 to 9999 or nothing lies before.</returns>
    public Outcome<Stretch> Previous(int count = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        if (First is not { } first)
            return Reason.NothingBefore;
        var start = Unit is { } unit ? DayMath.Add(first, -(long)count, unit) : DayMath.AddDays(first, -(long)count * Days!.Value);
        return start is { } day ? new Stretch(day, first, count == 1 ? Unit : null) : Reason.OutsideCalendar;
    }

    // 1. Months, quarters and years go back twelve months. 2. Weeks keep their ISO label; weeks that start on another day go back 52 weeks.
    // 3. Days and ranges keep their dates; the 29th of February has its like in the 28th.

    /// <summary>The same stretch of the year before.</summary>
    /// <returns>The stretch, or a reason when it would leave the years 1 to 9999.</returns>
    public Outcome<Stretch> SamePeriodLastYear()
    {
        if (First is not { } first)
            return DayMath.BoundaryLastYear(End) is { } end ? new Stretch(null, end, null) : Reason.OutsideCalendar;
        return Unit switch
        {
            Grain.Week when first.DayOfWeek == DayOfWeek.Monday => Week(DayMath.WeekLastYear(first)),
            Grain.Week => Week(DayMath.AddDays(first, -364)),
            Grain.Day => Between(DayMath.AddMonths(first, -12), null),
            null => Between(DayMath.BoundaryLastYear(first), DayMath.BoundaryLastYear(End)),
            _ => Between(DayMath.AddMonths(first, -12), DayMath.AddMonths(End, -12)),
        };
    }

    private static Outcome<Stretch> Week(DateOnly? first) =>
        first is { } day ? new Stretch(day, day.AddDays(7), Grain.Week) : Reason.OutsideCalendar;

    private Outcome<Stretch> Between(DateOnly? first, DateOnly? end)
    {
        if (first is not { } from)
            return Reason.OutsideCalendar;
        // A range that is nothing but the 29th of February would be empty: it is treated as the day it is.
        if (end is not { } to)
            return new Stretch(from, from.AddDays(1), Unit);
        return to > from || Days == 0 ? new Stretch(from, to, Unit) : new Stretch(from.AddDays(-1), from, Unit);
    }
}
