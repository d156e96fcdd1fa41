using System.Collections.Immutable;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Scorecards.Computing;
using MetricsAsCode.Scorecards.Model;
using MetricsAsCode.Time;
using MetricsAsCode.Values;

namespace MetricsAsCode.Scorecards.Building;

// A trend ends with the last unit that has ended by the as-of and does not reach beyond the scorecard's period: an unfinished week would look like a fall.
// A metric of a fixed grain steps by that grain, never finer; nor one of rows that stand for a whole month.

/// <summary>The periods of a trend, and their values.</summary>
internal static class Trends
{
    internal static void Ask(ScorecardFrame frame, MetricSymbol metric, Questions questions)
    {
        foreach (var period in PeriodsOf(frame, metric))
            questions.Ask(metric, period);
    }

    private static ImmutableArray<Period> PeriodsOf(ScorecardFrame frame, MetricSymbol metric)
    {
        if (frame.Scorecard.Trend is not { } trend || frame.Days is not { } days || frame.Engine.AsOf is not { } asOf)
            return [];
        var unit = frame.LastWhole(GrainOf(metric, trend), days, asOf);
        var periods = new List<Period>();
        for (; periods.Count < trend.Count && unit.HasValue; unit = unit.Value.Previous())
            periods.Add(Periods.Of(unit.Value, frame.Calendar));
        periods.Reverse();
        return [.. periods];
    }

    internal static TrendModel? Of(ScorecardFrame frame, MetricSymbol metric, Answers answers)
    {
        var form = frame.FormOf(metric);
        var points = PeriodsOf(frame, metric).Select(p => new TrendPoint(p.ToString(), Figures.Of(answers.Of(metric, p), form))).ToImmutableArray();
        return points.Any(static p => p.Value.Number is not null) ? new TrendModel(GrainOf(metric, frame.Scorecard.Trend!).ToString().ToLowerInvariant(), points) : null;
    }

    private static Grain GrainOf(MetricSymbol metric, TrendSymbol trend)
    {
        var asked = Periods.Of(trend.Grain);
        return (metric.Every ?? metric.RowGrain) is { } every && Periods.Of(every) is var own && own > asked ? own : asked;
    }
}
