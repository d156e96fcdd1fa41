using System.Collections.Immutable;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Scorecards.Computing;
using MetricsAsCode.Scorecards.Model;
using MetricsAsCode.Time;

namespace MetricsAsCode.Scorecards.Building;

// The last row is the unit in which the scorecard's period ends, or that of the as-of if that is earlier; before it stand as many as there are columns.
// A row whose unit has nobody start says so.

/// <summary>A cohort's triangle.</summary>
internal static class CohortModels
{
    internal static void Ask(ScorecardFrame frame, ShowCohort item, Questions questions)
    {
        foreach (var period in PeriodsOf(frame, item))
        {
            foreach (var metric in item.Retained.Prepend(item.Cohort.Size))
                questions.Ask(metric, period);
        }
    }

    internal static CohortModel Of(ScorecardFrame frame, ShowCohort item, Answers answers)
    {
        var rows = PeriodsOf(frame, item).Select(period => (
            Period: period, Size: FigureOf(frame, item.Cohort.Size, period, answers), Shares: item.Retained.Select(m => FigureOf(frame, m, period, answers)).ToArray())).ToArray();
        // In the unit of the start itself many are there by definition: the cells after it are compared with one another.
        var highest = rows.SelectMany(static r => r.Shares.Skip(1)).Max(static c => c.Number) is { } most and > 0 ? most : 1;
        return Of(frame, item, [.. rows.Select(r => new CohortRowModel(r.Period.ToString(), r.Size, [.. r.Shares.Select(c => Cell(c, highest))]))]);
    }

    private static CohortCellModel Cell(Figure share, double highest) =>
        new(share.Number, share.Text, share.Reason, share.Number is { } number ? Math.Clamp(number / highest, 0, 1) : null);

    private static CohortModel Of(ScorecardFrame frame, ShowCohort item, ImmutableArray<CohortRowModel> rows) => new(
        item.Cohort.Name,
        item.Cohort.Label ?? item.Cohort.Name,
        item.Cohort.Description,
        frame.LinkTo(item.Cohort.Location),
        item.Grain.ToString().ToLowerInvariant(),
        [.. Enumerable.Range(0, item.Retained.Length).Select(static i => (long)i)],
        rows);

    private static Figure FigureOf(ScorecardFrame frame, MetricSymbol metric, Period period, Answers answers) =>
        Figures.Of(answers.Of(metric, period), frame.FormOf(metric)) is { Number: null } none ? none with { Text = "" } : Figures.Of(answers.Of(metric, period), frame.FormOf(metric));

    private static ImmutableArray<Period> PeriodsOf(ScorecardFrame frame, ShowCohort item)
    {
        if (frame.Days is not { } days || frame.Engine.AsOf is not { } asOf)
            return [];
        var lastDay = frame.Calendar.LastDayBefore(asOf);
        var unit = frame.Calendar.UnitAt(lastDay < days.End ? lastDay : days.End.AddDays(-1), Periods.Of(item.Grain));
        var periods = new List<Period>();
        for (; periods.Count < item.Retained.Length && unit.HasValue; unit = unit.Value.Previous())
            periods.Add(Periods.Of(unit.Value, frame.Calendar));
        periods.Reverse();
        return [.. periods];
    }
}
