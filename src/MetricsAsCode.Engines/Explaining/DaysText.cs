using System.Globalization;
using MetricsAsCode.Time;
using Calendar = MetricsAsCode.Time.Calendar;

namespace MetricsAsCode.Engines.Explaining;

/// <summary>Stretches of days as periods are written: <c>1997-Q4</c>, <c>1998-02-01..1998-02-20</c>, <c>up to 1998-03-31</c>.</summary>
internal static class DaysText
{
    public static string Of(Stretch stretch, Calendar calendar)
    {
        if (stretch.First is not { } first)
            return $"up to {Day(stretch.End.AddDays(-1))}";
        // A fiscal unit is no calendar one: its days say what it is.
        if (stretch.Unit is { } unit && calendar.UnitAt(first, unit).TryGet(out var whole, out _) && whole == stretch)
            return calendar.PeriodAt(first, unit).ToString();
        return first >= stretch.End ? $"no day from {Day(first)} on" : $"{Day(first)}..{Day(stretch.End.AddDays(-1))}";
    }

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
