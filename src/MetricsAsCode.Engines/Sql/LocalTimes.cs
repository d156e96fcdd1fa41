using System.Globalization;
using MetricsAsCode.Calculation.Binding;
using MetricsAsCode.Compiler.Emit.Sql;
using MetricsAsCode.Time;

namespace MetricsAsCode.Engines.Sql;

// 1. A local time is an instant shifted by so many microseconds; the shift is constant over long stretches, which are the rows of a relation.
// 2. The shifts are found from the calendar day by day, so that they mean what the runtime means, also on days of 23 and 25 hours.
// 3. They reach from a century before the years of the data to a century behind.

/// <summary>The relations by which a database looks up local times.</summary>
internal sealed class LocalTimes(Time.Calendar calendar, DateOnly first, DateOnly last)
{
    private const int Margin = 36_525;
    private static readonly long Day = TimeSpan.MicrosecondsPerDay;
    private readonly Dictionary<SqlZoneTable, IReadOnlyList<string>> tables = [];

    public IReadOnlyList<string> Rows(SqlZoneTable table)
    {
        if (!tables.TryGetValue(table, out var rows))
            tables.Add(table, rows = Merge(Of(table)));
        return rows;
    }

    private IEnumerable<(long From, long To, long Shift)> Of(SqlZoneTable table) => table switch
    {
        SqlZoneTable.Dates => Days().SelectMany(Dates),
        SqlZoneTable.Hours => Days().SelectMany(Hours),
        _ => Days().Select(d => ((long)d.Day, (long)d.Day + 1, (d.Day * Day) - d.Start)),
    };

    private IEnumerable<(int Day, long Start, long End)> Days()
    {
        int from = Math.Max(Calculation.Binding.Days.Of(first) - Margin, Calculation.Binding.Days.Of(DateOnly.MinValue) + 1);
        int to = Math.Min(Calculation.Binding.Days.Of(last) + Margin, Calculation.Binding.Days.Of(DateOnly.MaxValue) - 1);
        long start = StartOf(from);
        for (int day = from; day <= to; day++)
        {
            long end = StartOf(day + 1);
            yield return (day, start, end);
            start = end;
        }
    }

    // A day of 25 hours ends in another shift than it begins with, so that its last hour is still its own.
    private static IEnumerable<(long From, long To, long Shift)> Dates((int Day, long Start, long End) day)
    {
        long middle = Math.Min(day.End, day.Start + Day);
        if (day.End > day.Start)
            yield return (day.Start, middle, (day.Day * Day) - day.Start);
        if (day.End > middle)
            yield return (middle, day.End, ((day.Day + 1) * Day) - day.End);
    }

    private IEnumerable<(long From, long To, long Shift)> Hours((int Day, long Start, long End) day)
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

    private long ShiftAt(long instant) => calendar.Zone.GetUtcOffset(new Instant(instant).ToUtc()).Ticks / TimeSpan.TicksPerMicrosecond;

    private long StartOf(int day) => calendar.StartOf(Calculation.Binding.Days.Date(day)).Microseconds;

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
