using System.Collections.Concurrent;

namespace MetricsAsCode.Time;

// A day starts at the first instant at which the zone's clocks show that day or a later one. So
// 1. a day whose midnight is skipped starts when the clocks jump (São Paulo 2018-11-04 at 01:00);
// 2. a day that is skipped altogether is empty (Samoa 2011-12-30);
// 3. a day whose midnight comes twice starts the first time; what the clocks repeat of the day before belongs to the new day.
// Days therefore never overlap and leave no gap, whatever a zone does.

/// <summary>Where the local days of one time zone begin.</summary>
internal sealed class DayStarts(TimeZoneInfo zone)
{
    private static readonly TimeSpan Reach = TimeSpan.FromHours(25);

    private readonly ConcurrentDictionary<DateOnly, Instant> starts = new();

    internal Instant StartOf(DateOnly date) => starts.GetOrAdd(date, static (day, self) => self.Find(day), this);

    internal DateOnly DateOf(Instant instant)
    {
        if (instant < Instant.MinValue)
            return DateOnly.MinValue;
        var utc = instant.ToUtc();
        var local = Shift(utc, zone.GetUtcOffset(utc));
        var date = DateOnly.FromDateTime(local);
        return date < DateOnly.MaxValue && StartOf(date.AddDays(1)) <= instant ? date.AddDays(1) : date;
    }

    private Instant Find(DateOnly date)
    {
        var midnight = date.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        var (low, high) = (Shift(midnight, -Reach), Shift(midnight, Reach));
        var (before, after) = (zone.GetUtcOffset(low), zone.GetUtcOffset(high));
        var early = Shift(midnight, -before);
        if (before == after)
            return Instant.FromUtc(early);
        var change = ChangeBetween(low, high, before);
        if (early < change)
            return Instant.FromUtc(early);
        var late = Shift(midnight, -after);
        return Instant.FromUtc(late > change ? late : change);
    }

    // Zones change their clocks at most once within two days, so bisection finds the one change.
    private DateTime ChangeBetween(DateTime low, DateTime high, TimeSpan before)
    {
        var (first, last) = (low.Ticks, high.Ticks);
        while (last - first > 1)
        {
            var middle = first + ((last - first) / 2);
            if (zone.GetUtcOffset(new DateTime(middle, DateTimeKind.Utc)) == before)
                first = middle;
            else
                last = middle;
        }

        return new DateTime(last, DateTimeKind.Utc);
    }

    // The years before 1 and after 9999 cannot be held: what would lie there is moved to the nearest instant that can.
    private static DateTime Shift(DateTime time, TimeSpan by) =>
        new(Math.Clamp(time.Ticks + by.Ticks, DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks), DateTimeKind.Utc);
}
