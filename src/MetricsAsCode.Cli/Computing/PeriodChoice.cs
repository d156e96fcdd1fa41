using MetricsAsCode.Cli.Naming;
using MetricsAsCode.Results;
using MetricsAsCode.Time;

namespace MetricsAsCode.Cli.Computing;

/// <summary>The periods that a run computes, as an engine's calendar knows them.</summary>
/// <param name="Periods">In order.</param>
/// <param name="Note">What was chosen for the user, if something was.</param>
internal sealed record PeriodChoice(IReadOnlyList<Period> Periods, string? Note)
{
    // 1. Without --for: the last quarter that has ended by the as-of.
    // 2. A relative period is named by what it means at the as-of, so that the result says what it is about.
    // 3. --grain splits the period into the units that end inside it, as `each` does.

    /// <exception cref="ToolException">The calendar has no such period, or there is none to choose.</exception>
    public static PeriodChoice Of(Period? written, Grain? grain, IMetricEngine engine)
    {
        var calendar = engine.Calendar;
        var period = written ?? LastWholeQuarter(engine);
        if (!calendar.Resolve(period, engine.AsOf).TryGet(out var stretch, out var none))
            throw ToolException.Usage($"`{period}` has no days here: {none}. Give another period with --for.");
        if (period.Kind == PeriodKind.Relative)
            period = calendar.PeriodAt(stretch.First!.Value, stretch.Unit!.Value);
        string? note = written is null ? $"--for is not given: {period}, the last whole quarter at the as-of." : null;
        return new PeriodChoice(grain is { } unit ? Split(period, stretch, unit, calendar) : [period], note);
    }

    private static Period[] Split(Period period, Stretch stretch, Grain grain, Calendar calendar)
    {
        var units = stretch.SplitInto(grain, calendar);
        return units.Count > 0
            ? [.. units.Select(u => calendar.PeriodAt(u.First!.Value, grain))]
            : throw ToolException.Usage($"No {grain.ToString().ToLowerInvariant()} ends inside {period}. Give a longer period with --for, or a finer --grain.");
    }

    private static Period LastWholeQuarter(IMetricEngine engine)
    {
        if (engine.AsOf is not { } asOf)
            throw ToolException.Usage("There is no dated row, so there is no last whole quarter. Give a period with --for.");
        var calendar = engine.Calendar;
        var current = Period.Relative(0, Grain.Quarter);
        bool hasEnded = calendar.Resolve(current, asOf).TryGet(out var stretch, out _) && calendar.HasEnded(stretch, asOf);
        var last = hasEnded ? current : Period.Relative(-1, Grain.Quarter);
        return calendar.Resolve(last, asOf).TryGet(out var quarter, out _)
            ? calendar.PeriodAt(quarter.First!.Value, Grain.Quarter)
            : throw ToolException.Usage("The calendar has no quarter before the as-of. Give a period with --for.");
    }
}
