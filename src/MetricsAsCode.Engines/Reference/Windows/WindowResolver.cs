using MetricsAsCode.Compiler.Syntax;
using MetricsAsCode.Time;
using MetricsAsCode.Values;
using Calendar = MetricsAsCode.Time.Calendar;
using Grain = MetricsAsCode.Compiler.Syntax.Grain;
using WindowStep = MetricsAsCode.Compiler.Binding.Model.WindowStep;

namespace MetricsAsCode.Engines.Reference.Windows;

/// <summary>The stretch of days that a window, <c>every</c> or <c>each</c> aims at when the period at hand is P.</summary>
internal sealed class WindowResolver(Calendar calendar, Instant asOf)
{
    // The newest day with data: the local day of the last moment before the as-of.
    private readonly DateOnly newest = calendar.DateOf(asOf.Plus(-1));

    public Stretch NewestDay => new(newest, newest.AddDays(1), Time.Grain.Day);

    public DateOnly? DayOf(Instant? instant) => instant is { } known ? calendar.DateOf(known) : null;

    /// <exception cref="NoValueException">There is no such stretch.</exception>
    public Stretch Apply(WindowStep step, Stretch p) => step.Form switch
    {
        WindowForm.Previous => Previous(p, step.Count),
        WindowForm.PreviousToDate => PreviousToDate(p),
        WindowForm.SamePeriodLastYear => LastYear.Of(p),
        WindowForm.Trailing => Trailing(p, step.Count, step.Grain!.Value),
        WindowForm.ToDate => ToDate(p, step.Grain!.Value),
        WindowForm.AllBefore => new Stretch(null, FirstOf(p), null),
        WindowForm.Ever or WindowForm.AtEnd => new Stretch(null, p.End, null),
        WindowForm.AtStart => new Stretch(null, FirstOf(p), null),
        _ => throw new InvalidOperationException($"Unexpected window `{step}`."),
    };

    /// <summary>"For P of a month or longer the value is that of the last whole month in P that has ended (none: no value); a shorter P has no value."</summary>
    /// <exception cref="NoValueException">There is no such unit.</exception>
    public Stretch LastWhole(Grain grain, Stretch p)
    {
        // A unit is compared by its kind (February is a month); a range by its days.
        bool isShorter = p.Unit is { } unit ? GrainOf(unit) < grain : p.First is { } first && (first.TryPlus(1, grain) is not { } oneOn || oneOn > p.End);
        if (isShorter)
            throw new NoValueException(Reason.FinerThan(GrainOf(grain)));
        var limit = calendar.StartOf(p.End) <= asOf ? p.End : newest.AddDays(1);
        // An as-of inside its newest day leaves that day, and so its unit, unfinished.
        if (calendar.StartOf(limit) > asOf)
            limit = limit.AddDays(-1);
        var end = limit.UnitStart(grain, calendar.WeekStart);
        return end.TryPlus(-1, grain) is { } start && (p.First is null || start >= p.First)
            ? new Stretch(start, end, GrainOf(grain))
            : throw new NoValueException(Reason.NoWhole(GrainOf(grain)));
    }

    /// <summary>Whether a stretch begins and ends where units of the grain do: "finer periods have no value".</summary>
    public bool IsWhole(Grain grain, Stretch p) =>
        p.End.UnitStart(grain, calendar.WeekStart) == p.End && (p.First is not { } first || first.UnitStart(grain, calendar.WeekStart) == first);

    /// <summary>The units of a grain that end inside P and have ended by the as-of, in order; none without a first day.</summary>
    public IEnumerable<Stretch> UnitsEndingIn(Stretch p, Grain grain)
    {
        if (p.First is not { } first || first >= p.End)
            yield break;
        var start = first.UnitStart(grain, calendar.WeekStart);
        while (start.TryPlus(1, grain) is { } end && end <= p.End && calendar.StartOf(end) <= asOf)
        {
            yield return new Stretch(start, end, GrainOf(grain));
            start = end;
        }
    }

    public static Time.Grain GrainOf(Grain grain) => Enum.Parse<Time.Grain>(grain.ToString());

    public static Grain GrainOf(Time.Grain grain) => Enum.Parse<Grain>(grain.ToString());

    // "The whole period before"; several are one window. "A range's period before has as many days."
    private static Stretch Previous(Stretch p, int count)
    {
        var first = FirstOf(p);
        return p.Unit is { } unit
            ? new Stretch(first.Plus(-count, GrainOf(unit)), first, count == 1 ? unit : null)
            : new Stretch(first.Plus(-(long)count * (p.End.DayNumber - first.DayNumber), Grain.Day), first, null);
    }

    // "The whole period before if P has ended, else its first k calendar days (at most all), k = days of P elapsed."
    private Stretch PreviousToDate(Stretch p)
    {
        var previous = Previous(p, 1);
        if (calendar.StartOf(p.End) <= asOf)
            return previous;
        int elapsed = newest.DayNumber - FirstOf(p).DayNumber + 1;
        if (elapsed <= 0)
            throw new NoValueException(Reason.NotStarted);
        var end = FirstOf(previous).AddDays(elapsed);
        return end < previous.End ? new Stretch(previous.First, end, null) : previous;
    }

    // "Calendar days, ending with P's last … or the as-of, whichever is earlier." Nothing lies before the year 1.
    private Stretch Trailing(Stretch p, int count, Grain grain)
    {
        var end = LastDayOf(p).AddDays(1);
        return new Stretch(end.TryPlus(-count, grain) ?? DateOnly.MinValue, end, null);
    }

    // From the start of the unit that holds the last day of P (or the newest day, if that is earlier) to P's end.
    private Stretch ToDate(Stretch p, Grain grain)
    {
        var first = LastDayOf(p).UnitStart(grain, calendar.WeekStart);
        return new Stretch(first, p.End, first.TryPlus(1, grain) == p.End ? GrainOf(grain) : null);
    }

    private DateOnly LastDayOf(Stretch p) => p.End.AddDays(-1) is var last && newest < last ? newest : last;

    private static DateOnly FirstOf(Stretch p) => p.First ?? throw new NoValueException(Reason.NothingBefore);
}
