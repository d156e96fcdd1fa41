using MetricsAsCode.Time;

namespace MetricsAsCode.Tests.Time;

/// <summary>The calendars and short spellings that the tests of this folder share.</summary>
internal static class Calendars
{
    public static Calendar Utc => Calendar.Utc;

    public static Calendar Kolkata { get; } = Of("Asia/Kolkata", yearStartMonth: 4);

    public static Calendar Sundays { get; } = Of("UTC", DayOfWeek.Sunday);

    public static Calendar Of(string zone, DayOfWeek weekStart = DayOfWeek.Monday, int yearStartMonth = 1) =>
        new(TimeZoneInfo.FindSystemTimeZoneById(zone), weekStart, yearStartMonth);

    public static DateOnly Day(string date) => DateOnly.ParseExact(date, "yyyy-MM-dd");

    public static Period Period(string text) => MetricsAsCode.Period.TryParse(text, out var period) ? period : throw new FormatException(text);

    /// <summary>A stretch of the UTC calendar as `first..last`, with its grain if it is a unit.</summary>
    public static string Show(Stretch stretch) =>
        $"{stretch.First?.ToString("yyyy-MM-dd") ?? ""}..{stretch.End.AddDays(-1):yyyy-MM-dd}{(stretch.Unit is { } unit ? $" {unit}" : "")}";

    public static string Show(MetricsAsCode.Values.Outcome<Stretch> outcome) => outcome.TryGet(out var stretch, out var reason) ? Show(stretch) : reason.Text;

    /// <summary>The end of a local day as an as-of.</summary>
    public static Instant EndOf(this Calendar calendar, string date) => calendar.StartOf(Day(date).AddDays(1));
}
