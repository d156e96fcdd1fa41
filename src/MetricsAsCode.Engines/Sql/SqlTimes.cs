using System.Globalization;
using MetricsAsCode.Calculation.Binding;
using MetricsAsCode.Calculation.Evaluation;
using MetricsAsCode.Compiler.Emit.Sql;
using MetricsAsCode.Compiler.Planning.Model;
using MetricsAsCode.Compiler.Text;
using MetricsAsCode.Time;

namespace MetricsAsCode.Engines.Sql;

/// <summary>The times of one statement: its periods are numbered, and windows lead from them by the runtime's calendar.</summary>
internal sealed class SqlTimes(Clock clock, Instant asOf, Func<LocalTimes> local, IReadOnlyList<Stretch> periods, Func<PlanEach, DateOnly?> earliest) : ISqlTimes
{
    public string AsOf => Text(asOf.Microseconds);

    public IReadOnlyList<SqlStretch> Stretches(EquatableArray<PlanStep> steps)
    {
        var window = PlanFormulas.WindowOf(steps);
        var stretches = new List<SqlStretch>();
        for (int p = 0; p < periods.Count; p++)
        {
            if (clock.Resolve(window, periods[p]).TryGet(out var stretch, out _))
                stretches.Add(Of(p, clock.CutOf(stretch)));
        }

        return stretches;
    }

    public (ISqlTimes Times, IReadOnlyList<int> Periods) Units(PlanEach each)
    {
        var window = PlanFormulas.WindowOf(each.Steps);
        var units = periods.SelectMany((period, p) => clock.Resolve(window, period).TryGet(out var stretch, out _)
            ? clock.UnitsEndingIn(stretch, (Grain)each.Grain, stretch.First is null ? earliest(each) : null).Select(unit => (Period: p, Unit: unit))
            : []).ToArray();
        return (new SqlTimes(clock, asOf, local, [.. units.Select(u => u.Unit)], earliest), [.. units.Select(u => u.Period)]);
    }

    public string StartOf(int day) => Text(clock.Calendar.StartOf(Days.Date(day)).Microseconds);

    public IReadOnlyList<string> Zone(SqlZoneTable table) => local().Rows(table);

    private SqlStretch Of(int period, Calculation.Scan.Cut cut)
    {
        // A stretch that begins behind the as-of holds nothing, and up to its end lies what is before the as-of.
        long end = Math.Max(cut.End, Instant.MinValue.Microseconds);
        long start = Math.Clamp(cut.Start, Instant.MinValue.Microseconds, end);
        return new SqlStretch(period, Text(start), Text(end), Text(FirstDayFrom(start)), Text(FirstDayFrom(end)));
    }

    // The first day that does not start before the instant: days that a zone skips are empty and start when the next one does.
    private int FirstDayFrom(long microseconds)
    {
        var instant = new Instant(microseconds);
        if (microseconds <= Instant.MinValue.Microseconds)
            return Days.Of(DateOnly.MinValue);
        var day = clock.Calendar.DateOf(instant);
        while (day > DateOnly.MinValue && clock.Calendar.StartOf(day.AddDays(-1)) >= instant)
            day = day.AddDays(-1);
        return clock.Calendar.StartOf(day) >= instant ? Days.Of(day) : Days.Of(day) + 1;
    }

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);
}
