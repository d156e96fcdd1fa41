using System.Collections.Immutable;
using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using MetricsAsCode.Differential.Model;
using MetricsAsCode.Time;
using Calendar = MetricsAsCode.Time.Calendar;

namespace MetricsAsCode.Differential.Generation;

/// <summary>
/// The few instants that a program's rows lie at, so that times are often equal and often stand at an edge: local midnights of the first days of weeks, months
/// and years, the microsecond before and after, hours that a clock change skips or repeats.
/// </summary>
internal sealed record Moments(ProductSpec Product, Calendar Calendar, ImmutableArray<Instant> All)
{
    private static readonly DateOnly First = new(2025, 10, 20);

    private static readonly DateOnly[] Edges =
    [
        new(2026, 1, 1), new(2026, 2, 1), new(2026, 3, 1), new(2026, 4, 1), new(2026, 5, 1), new(2025, 12, 1), new(2026, 3, 2), new(2026, 1, 5),
        new(2026, 3, 8), new(2026, 3, 29), new(2025, 10, 26), new(2025, 11, 2), new(2026, 3, 31), new(2025, 2, 28), new(2024, 2, 29),
    ];

    private static readonly string[] Months =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

    public static Gen<Moments> Of(ProductSpec product)
    {
        var calendar = new Calendar(
            TimeZoneInfo.FindSystemTimeZoneById(product.Zone),
            Enum.Parse<DayOfWeek>(product.WeekStart, ignoreCase: true),
            Array.IndexOf(Months, product.YearStart) + 1);
        var moment = Gen.Frequency((3, Edge(calendar)), (2, AnyTime(calendar)));
        return Gen.Choose(2, 10).SelectMany(n => moment.ArrayOf(n)).Select(m => new Moments(product, calendar, [.. m]));
    }

    public Gen<Instant> Any => Gen.Elements(All.AsEnumerable());

    public Gen<DateOnly> Day => Any.Select(Calendar.DateOf);

    /// <summary>An instant as a cell: with its offset, or as local time of the column's zone.</summary>
    public static string Write(Instant instant, string? zone, bool isLocal)
    {
        var utc = DateTime.UnixEpoch.AddTicks(instant.Microseconds * 10);
        if (zone is null || !isLocal)
            return utc.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);
        var local = TimeZoneInfo.ConvertTimeFromUtc(utc, TimeZoneInfo.FindSystemTimeZoneById(zone));
        return local.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff", CultureInfo.InvariantCulture);
    }

    private static Gen<Instant> Edge(Calendar calendar) =>
        from day in Gen.Elements(Edges)
        from off in Gen.Elements(0L, 0L, -1L, 1L, 3_600_000_000L, 9_000_000_000L, 7_200_000_000L)
        select new Instant(calendar.StartOf(day).Microseconds + off);

    private static Gen<Instant> AnyTime(Calendar calendar) =>
        from day in Gen.Choose(0, 220)
        from minute in Gen.Choose(0, 24 * 60 - 1)
        select new Instant(calendar.StartOf(First.AddDays(day)).Microseconds + minute * 60_000_000L);
}
