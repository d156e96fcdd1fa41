using System.Collections.Immutable;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Results;
using MetricsAsCode.Scorecards.Building;
using MetricsAsCode.Scorecards.Computing;
using MetricsAsCode.Time;
using MetricsAsCode.Values;

namespace MetricsAsCode.Scorecards.Comparing;

// 1. The period asked for; else those of the scorecards that show the metric; else the last quarter that has ended by the as-of.
// 2. A trend is of the last six units that have ended by the as-of and do not reach beyond the period: of the scorecard's trend, else of the period's own size
//    up to months; never finer than what the metric is fixed to.

/// <summary>Which periods a metric is compared over.</summary>
internal sealed class ComparedPeriods(ModuleSymbol module, IMetricEngine engine, Period? asked)
{
    private const int Points = 6;

    /// <summary>Of a key result without a period of its own.</summary>
    internal Period? OfObjectives => asked
        ?? module.Scorecards.Where(s => s.Items.OfType<ShowObjectives>().Any()).Select(s => Periods.Of(s.For)).FirstOrDefault()
        ?? LastWholeQuarter();

    internal ImmutableArray<(Period Period, ImmutableArray<Period> Trend)> Of(MetricSymbol metric)
    {
        if (asked is not null)
            return [(asked, Trend(metric, asked, null))];
        var shown = module.Scorecards.Where(s => ShownMetrics.Of(module, s).Contains(metric)).Select(s => (Period: Periods.Of(s.For), s.Trend)).DistinctBy(s => s.Period).ToArray();
        if (shown.Length > 0)
            return [.. shown.Select(s => (s.Period, Trend(metric, s.Period, s.Trend)))];
        return LastWholeQuarter() is { } quarter ? [(quarter, Trend(metric, quarter, null))] : [];
    }

    private ImmutableArray<Period> Trend(MetricSymbol metric, Period period, TrendSymbol? trend)
    {
        if (engine.AsOf is not { } asOf || !engine.Calendar.Resolve(period, asOf).TryGet(out var days, out _))
            return [];
        var grain = trend is not null ? Periods.Of(trend.Grain) : days.Unit is Grain.Day or Grain.Week ? days.Unit.Value : Grain.Month;
        if ((metric.Every ?? metric.RowGrain) is { } every && Periods.Of(every) > grain)
            grain = Periods.Of(every);
        var units = new List<Period>();
        for (var unit = LastWhole(grain, days, asOf); units.Count < Points && unit.HasValue; unit = unit.Value.Previous())
            units.Add(Periods.Of(unit.Value, engine.Calendar));
        units.Reverse();
        return [.. units];
    }

    private Outcome<Stretch> LastWhole(Grain grain, Stretch days, Instant asOf)
    {
        var calendar = engine.Calendar;
        var lastDay = calendar.LastDayBefore(asOf);
        var unit = calendar.UnitAt(lastDay < days.End ? lastDay : days.End.AddDays(-1), grain);
        return unit.HasValue && (unit.Value.End > days.End || !calendar.HasEnded(unit.Value, asOf)) ? unit.Value.Previous() : unit;
    }

    private Period? LastWholeQuarter()
    {
        if (engine.AsOf is not { } asOf)
            return null;
        var quarter = engine.Calendar.UnitAt(engine.Calendar.LastDayBefore(asOf), Grain.Quarter);
        if (quarter.HasValue && !engine.Calendar.HasEnded(quarter.Value, asOf))
            quarter = quarter.Value.Previous();
        return quarter.HasValue ? Periods.Of(quarter.Value, engine.Calendar) : null;
    }
}
