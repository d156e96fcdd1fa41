using System.Collections.Concurrent;
using System.Globalization;
using MetricsAsCode.Calculation.Binding;
using MetricsAsCode.Compiler.Emit.Sql;
using MetricsAsCode.Time;

namespace MetricsAsCode.Engines.Sql;

// 1. A local time is an instant shifted by so many microseconds; the shift is constant over long stretches, which are the rows of a relation.
// 2. The shifts are found from the calendar day by day, so that they mean what the runtime means, also on days of 23 and 25 hours.
// 3. They reach from a century before the years of the data to a century behind, or over all years: then by weeks, which are days one by one only where
//    a week has another length or another shift at its end.

/// <summary>The relations by which a database looks up local times.</summary>
internal sealed class LocalTimes
{
    private const int Margin = 36_525;
    private const int Week = 7;
    private static readonly long Hour = TimeSpan.MicrosecondsPerHour;
    private static readonly long Day = TimeSpan.MicrosecondsPerDay;
    private static readonly (int From, int To) Always = (Calculation.Binding.Days.Of(DateOnly.MinValue), Calculation.Binding.Days.Of(DateOnly.MaxValue));
    private static readonly ConcurrentDictionary<(string Zone, SqlZoneTable Table), IReadOnlyList<string>> OfAllTimes = [];
    private readonly Time.Calendar calendar;
    private readonly (int From, int To) days;
    private readonly Dictionary<SqlZoneTable, IReadOnlyList<string>> tables = [];

    private LocalTimes(Time.Calendar calendar, (int From, int To) days) => (this.calendar, this.days) = (calendar, days);

    /// <summary>For instants and a century around them.</summary>
    public static LocalTimes Of(Time.Calendar calendar, IReadOnlyCollection<Instant> instants) => new(
        calendar,
        (Math.Max(DayOf(calendar, instants.Min()) - Margin, Always.From), Math.Min(DayOf(calendar, instants.Max()) + Margin, Always.To)));

    /// <summary>For all years.</summary>
    public static LocalTimes OfAll(Time.Calendar calendar) => new(calendar, Always);

    public IReadOnlyList<string> Rows(SqlZoneTable table)
    {
        if (days == Always)
            return OfAllTimes.GetOrAdd((calendar.Zone.Id, table), _ => Merge(Of(table)));
        if (!tables.TryGetValue(table, out var rows))
            tables.Add(table, rows = Merge(Of(table)));
        return rows;
    }

    private IEnumerable<(long From, long To, long Shift)> Of(SqlZoneTable table) => table switch
    {
        SqlZoneTable.Dates => [.. Outside(ofHours: false), .. Spans().SelectMany(Dates)],
        SqlZoneTable.Hours => [.. Outside(ofHours: true), .. Spans().SelectMany(Hours)],
        _ => Spans().Select(d => ((long)d.Day, (long)d.Day + d.Count, (d.Day * Day) - d.Start)),
    };

    // Days, or whole weeks that have no change of shift.
    private IEnumerable<(int Day, int Count, long Start, long End)> Spans()
    {
        long start = StartOf(days.From);
        int day = days.From;
        while (day <= days.To)
        {
            bool isWeek = day + Week <= days.To + 1 && StartOf(day + Week) - start == Week * Day && ShiftAt(start) == ShiftAt(start + (Week * Day) - 1);
            int count = isWeek ? Week : 1;
            long end = isWeek ? start + (Week * Day) : StartOf(day + 1);
            yield return (day, count, start, end);
            (day, start) = (day + count, end);
        }
    }

    // Instants before the first local day and behind the last belong to these days and to their first and last hour, as the runtime has it.
    private IEnumerable<(long From, long To, long Shift)> Outside(bool ofHours)
    {
        var (min, first, last, end) = (Instant.MinValue.Microseconds, StartOf(Always.From), StartOf(Always.To + 1), Instant.MaxValue.Microseconds + 1);
        for (long at = min; days.From == Always.From && at < first; at += Hour)
            yield return (at, Math.Min(at + Hour, first), ofHours ? min - at : 0);
        for (long at = end - Hour; days.To == Always.To && at + Hour > last; at -= Hour)
            yield return (Math.Max(at, last), at + Hour, ofHours ? end - Hour - at : 0);
    }

    // A day of 25 hours ends in another shift than it begins with, so that its last hour is still its own.
    private static IEnumerable<(long From, long To, long Shift)> Dates((int Day, int Count, long Start, long End) day)
    {
        long middle = Math.Min(day.End, day.Start + (day.Count * Day));
        if (day.End > day.Start)
            yield return (day.Start, middle, (day.Day * Day) - day.Start);
        if (day.End > middle)
            yield return (middle, day.End, ((day.Day + day.Count) * Day) - day.End);
    }

    private IEnumerable<(long From, long To, long Shift)> Hours((int Day, int Count, long Start, long End) day)
    {
        long from = day.Start;
        while (from < day.End)
        {
            long shift = ShiftAt(from);
            long to = ShiftAt(day.End - 1) == shift ? day.End : Change(from, day.End - 1, shift);
            yield return (from, to, shift);
            from = to;
        }
    }

    // The first instant with another shift, between one that has it and one that has not.
    private long Change(long from, long to, long shift)
    {
        while (to - from > 1)
        {
            long middle = from + ((to - from) / 2);
            (from, to) = ShiftAt(middle) == shift ? (middle, to) : (from, middle);
        }

        return to;
    }

    private long ShiftAt(long instant) => calendar.Zone.GetUtcOffset(new Instant(Math.Clamp(instant, Instant.MinValue.Microseconds, Instant.MaxValue.Microseconds)).ToUtc()).Ticks / TimeSpan.TicksPerMicrosecond;

    private static int DayOf(Time.Calendar calendar, Instant instant) => Calculation.Binding.Days.Of(calendar.DateOf(instant));

    // The day behind the last has no date.
    private long StartOf(int day) => day > Always.To
        ? StartOf(Always.To) + Day
        : calendar.StartOf(Calculation.Binding.Days.Date(day)).Microseconds;

    private static IReadOnlyList<string> Merge(IEnumerable<(long From, long To, long Shift)> parts)
    {
        var merged = new List<(long From, long To, long Shift)>();
        foreach (var part in parts)
        {
            if (merged.Count > 0 && merged[^1].To == part.From && merged[^1].Shift == part.Shift)
                merged[^1] = merged[^1] with { To = part.To };
            else
                merged.Add(part);
        }

        return [.. merged.Select(m => string.Create(CultureInfo.InvariantCulture, $"{m.From}, {m.To}, {m.Shift}"))];
    }
}
