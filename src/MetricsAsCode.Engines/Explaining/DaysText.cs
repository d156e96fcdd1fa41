using System.Globalization;
using MetricsAsCode.Compiler.Binding.Model;
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

    /// <summary>The days that rows are read for; of rows that live at an instant the day at whose end they do: <c>end of 1998-03-31</c>.</summary>
    public static string Of(BoundRows rows, Stretch stretch, Calendar calendar, Instant asOf)
    {
        if (!rows.IsState)
            return Of(stretch, calendar);
        var last = stretch.End.AddDays(-1);
        return $"end of {Day(calendar.LastDayBefore(asOf) is var newest && newest < last ? newest : last)}";
    }

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
