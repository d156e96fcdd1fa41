using MetricsAsCode.Calculation.Scan;
using MetricsAsCode.Time;
using MetricsAsCode.Values;

namespace MetricsAsCode.Calculation.Evaluation;

/// <summary>The calendar and the as-of: which stretch a window means, and which instants a stretch.</summary>
internal sealed class Clock(Calendar calendar, Instant asOf, Func<Selection, Instant?> earliestOf)
{
    private readonly Dictionary<(Window, Stretch), Outcome<Stretch>> resolved = [];
    private readonly Dictionary<string, Instant?> earliest = new(StringComparer.Ordinal);

    public Calendar Calendar => calendar;

    public Instant AsOf => asOf;

    /// <summary>The local day of the last moment before the as-of.</summary>
    public Stretch NewestDay
    {
        get
        {
            var day = Calendar.LastDayBefore(asOf);
            return new Stretch(day, day.AddDays(1), Grain.Day);
        }
    }

    public Outcome<Stretch> Resolve(Window window, Stretch period)
    {
        if (window.IsOwn)
            return period;
        if (!resolved.TryGetValue((window, period), out var aim))
            resolved.Add((window, period), aim = window.Resolve(period, asOf, Calendar));
        return aim;
    }

    /// <summary>The days that a period means, or why it means none.</summary>
    public Outcome<Stretch> Resolve(Period period) => Calendar.Resolve(period, asOf);

    /// <summary>The instants of a stretch, up to the as-of.</summary>
    public Cut CutOf(Stretch stretch)
    {
        var range = Calendar.RangeOf(stretch);
        return new Cut(range.Start?.Microseconds ?? long.MinValue, Math.Min(range.End.Microseconds, asOf.Microseconds));
    }

    public bool HasEnded(Stretch stretch) => Calendar.HasEnded(stretch, asOf);

    /// <summary>The units of a grain that end inside a stretch and have ended; in one without a first day from <paramref name="since"/> on, or none.</summary>
    public IReadOnlyList<Stretch> UnitsEndingIn(Stretch stretch, Grain grain, DateOnly? since) =>
        stretch.First is null && since is null ? [] : [.. stretch.SplitInto(grain, Calendar, since).TakeWhile(HasEnded)];

    /// <summary>The earliest time of a source's rows, of any period; null when there is none.</summary>
    public Instant? Earliest(Selection rows)
    {
        if (rows.Time is not { } time)
            return null;
        var key = $"{rows.Source}.{time}";
        if (!earliest.TryGetValue(key, out var instant))
            earliest.Add(key, instant = earliestOf(rows));
        return instant;
    }
}
