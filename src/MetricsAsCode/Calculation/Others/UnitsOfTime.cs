using System.Runtime.CompilerServices;
using MetricsAsCode.Calculation.Binding;
using MetricsAsCode.Time;

namespace MetricsAsCode.Calculation.Others;

// In a day of UTC lies at most one local midnight, but for the rare day that a zone skips: so two units and the instant between them are all there is to know
// of it. Days are looked up when they are first met. One thread's own.

/// <summary>Numbers the days, weeks or months of a calendar, so that the difference of two numbers is how many units lie between.</summary>
internal sealed class UnitsOfTime(Calendar calendar, Grain unit)
{
    private const long Day = TimeSpan.MicrosecondsPerDay;
    private const int MostDays = 1 << 17;

    private DayUnits[] days = [];
    private long firstDay;

    public int At(long instant)
    {
        var day = Math.DivRem(instant, Day, out var rest);
        day -= rest < 0 ? 1 : 0;
        var at = day - firstDay;
        if ((ulong)at >= (ulong)days.Length || days[at].State == DayState.Unknown)
        {
            if (!TryLearn(day))
                return UnitOf(LocalDay(instant));
            at = day - firstDay;
        }

        ref readonly var known = ref days[at];
        return known.State == DayState.Irregular ? UnitOf(LocalDay(instant)) : instant < known.Midnight ? known.Before : known.After;
    }

    private bool TryLearn(long day)
    {
        if (!TryCover(day))
            return false;
        var start = day * Day;
        if (start < Instant.MinValue.Microseconds || start + Day - 1 > Instant.MaxValue.Microseconds)
            return false;
        var (first, last) = (LocalDay(start), LocalDay(start + Day - 1));
        days[day - firstDay] = last - first > 1
            ? new DayUnits(0, 0, 0, DayState.Irregular)
            : new DayUnits(last == first ? long.MaxValue : calendar.StartOf(Days.Date(last)).Microseconds, UnitOf(first), UnitOf(last), DayState.Known);
        return true;
    }

    private bool TryCover(long day)
    {
        if (days.Length > 0 && day >= firstDay && day < firstDay + days.Length)
            return true;
        var (first, last) = days.Length == 0 ? (day, day) : (Math.Min(firstDay, day), Math.Max(firstDay + days.Length - 1, day));
        // Some more on both sides, so that days met in order do not move the table each time.
        (first, last) = (first - ((last - first) / 2) - 32, last + ((last - first) / 2) + 32);
        if (last - first >= MostDays)
            return false;
        var wider = new DayUnits[last - first + 1];
        days.CopyTo(wider, days.Length == 0 ? 0 : firstDay - first);
        (days, firstDay) = (wider, first);
        return true;
    }

    private int LocalDay(long instant) => Days.Of(calendar.DateOf(new Instant(instant)));

    private int UnitOf(int local) => unit switch
    {
        Grain.Day => local,
        // 1970-01-01 was a Thursday; the first of the week is its 4 - first days before.
        Grain.Week => (int)Math.Floor((local + 4 - (int)calendar.WeekStart) / 7.0),
        Grain.Month => Days.Date(local) is var date ? (date.Year * 12) + date.Month - 1 : 0,
        _ => throw new InvalidOperationException($"Unexpected unit {unit}."),
    };

    private enum DayState : byte
    {
        Unknown,
        Known,
        Irregular,
    }

    private readonly record struct DayUnits(long Midnight, int Before, int After, DayState State);
}
