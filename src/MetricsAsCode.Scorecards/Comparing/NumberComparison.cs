using System.Collections.Immutable;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Results;
using MetricsAsCode.Scorecards.Building;
using MetricsAsCode.Scorecards.Computing;
using MetricsAsCode.Scorecards.Markdown;
using MetricsAsCode.Scorecards.Model;
using MetricsAsCode.Values;

namespace MetricsAsCode.Scorecards.Comparing;

// Only what is asked about is computed: of each version one call for all metrics, and the metrics of the key results.

/// <summary>Computes some metrics and key results in two versions of a module over the same data and periods.</summary>
public static class NumberComparison
{
    private const double Noise = 1e-12;

    /// <param name="old">The older version; null when it cannot be computed, or has none of these metrics.</param>
    /// <param name="new">The newer version; the same.</param>
    /// <param name="metrics">What to compare.</param>
    /// <param name="keyResults">What to compare.</param>
    /// <param name="period">Instead of those of scorecards and of the last whole quarter; key results keep their objective's own.</param>
    /// <param name="cancellation">Passed to the engines.</param>
    public static ComparedNumbers Of(
        ComparedSide? old, ComparedSide? @new, IReadOnlyList<MetricPair> metrics, IReadOnlyList<KeyResultPair> keyResults, Period? period, CancellationToken cancellation = default)
    {
        if ((@new ?? old) is not { } lead)
            return new ComparedNumbers(null, [], []);
        var periods = new ComparedPeriods(lead.Module, lead.Engine, period);
        var asked = metrics.SelectMany(m => periods.Of(m.Latest).Select(p => (Pair: m, p.Period, p.Trend))).ToList();
        var (before, now) = (Measured(old, asked.Select(a => (a.Pair.Old, a.Period, a.Trend)), cancellation), Measured(@new, asked.Select(a => (a.Pair.New, a.Period, a.Trend)), cancellation));
        var statuses = (
            Old: old is null ? null : Standings.Of(old, keyResults.Select(k => k.Old), periods.OfObjectives, cancellation),
            New: @new is null ? null : Standings.Of(@new, keyResults.Select(k => k.New), periods.OfObjectives, cancellation));
        return new ComparedNumbers(
            lead.Engine.AsOf is { } asOf ? FormattableString.Invariant($"{lead.Engine.Calendar.LastDayBefore(asOf):yyyy-MM-dd}") : null,
            [.. keyResults.Select(k => Compared(lead.Module.Name, k, statuses.Old, statuses.New))],
            [.. asked.Select(a => Compared(a.Pair, a.Period, a.Trend, new Version(old, before), new Version(@new, now)))]);
    }

    private sealed record Version(ComparedSide? Side, Answers? Answers)
    {
        public (Measurement Found, MetricForm Form)? Find(MetricSymbol? metric, Period period) => metric is null || Side is null || Answers is null
            ? null
            : (Answers.Of(metric, period), MetricForm.Of(metric, DisplayLocale.Of(Side.Module.Product.Locale)));
    }

    private static Answers? Measured(ComparedSide? side, IEnumerable<(MetricSymbol? Metric, Period Period, ImmutableArray<Period> Trend)> asked, CancellationToken cancellation)
    {
        if (side is null)
            return null;
        var questions = new Questions();
        foreach (var (metric, period, trend) in asked.Where(a => a.Metric is not null))
        {
            questions.Ask(metric!, period);
            foreach (var unit in trend)
                questions.Ask(metric!, unit);
        }

        return questions.Evaluate(side.Engine, cancellation);
    }

    private static ComparedMetric Compared(MetricPair pair, Period period, ImmutableArray<Period> trend, Version old, Version @new)
    {
        var (before, now) = (old.Find(pair.Old, period), @new.Find(pair.New, period));
        var (oldTrend, newTrend) = (TrendOf(pair.Old, trend, old), TrendOf(pair.New, trend, @new));
        var hasChanged = before is not null && now is not null && (Differ(before, now) || trend.Any(u => Differ(old.Find(pair.Old, u), @new.Find(pair.New, u))));
        return new ComparedMetric(
            pair.Latest.Module,
            pair.Latest.Name,
            pair.Latest.Label,
            period.ToString(),
            FigureOf(before),
            FigureOf(now),
            before is { } was && now is { } current ? Difference(pair.New!, was, current, period) : "",
            oldTrend,
            newTrend,
            hasChanged)
        {
            Bars = Bars(oldTrend, newTrend),
        };
    }

    private static Figure? FigureOf((Measurement Found, MetricForm Form)? version) => version is { } v ? Figures.Of(v.Found, v.Form) : null;

    private static string Difference(MetricSymbol metric, (Measurement Found, MetricForm Form) was, (Measurement Found, MetricForm Form) now, Period period)
    {
        if (was.Form.Unit != now.Form.Unit)
            return "another unit";
        if (!Differ(was, now))
            return "none";
        if (!was.Found.Value.HasValue || !now.Found.Value.HasValue)
            return now.Found.Value.HasValue ? "has a value now" : was.Found.Value.HasValue ? "has no value any more" : "for another reason";
        return Changes.Of(metric, now.Form, now.Found, was.Found, period) is { } change ? change.Text : "another";
    }

    // The last digits of a double are no difference: they depend on the order of additions.
    private static bool Differ((Measurement Found, MetricForm Form)? old, (Measurement Found, MetricForm Form)? @new)
    {
        if (old is not { } was || @new is not { } now)
            return false;
        if (was.Found.Unit != now.Found.Unit)
            return true;
        var (a, b) = (was.Found.Value, now.Found.Value);
        if (!a.IsNumber || !b.IsNumber || (a.Kind == ValueKind.Exact && b.Kind == ValueKind.Exact))
            return a != b;
        return Math.Abs(a.ToDouble() - b.ToDouble()) > Noise * Math.Max(Math.Abs(a.ToDouble()), Math.Abs(b.ToDouble()));
    }

    private static TrendModel? TrendOf(MetricSymbol? metric, ImmutableArray<Period> units, Version version) => metric is null || version.Answers is null || units.IsEmpty
        ? null
        : new TrendModel(
            units[0].Kind.ToString().ToLowerInvariant(),
            [.. units.Select(u => new TrendPoint(u.ToString(), FigureOf(version.Find(metric, u))!))]);

    private static (string Old, string New) Bars(TrendModel? old, TrendModel? @new)
    {
        var (before, now) = (old?.Numbers ?? [], @new?.Numbers ?? []);
        var bars = Sparkline.Of([.. before, .. now]);
        return bars.Length == 0 ? ("", "") : (bars[..before.Length], bars[before.Length..]);
    }

    private static ComparedKeyResult Compared(
        string module,
        KeyResultPair pair,
        IReadOnlyDictionary<string, (string Period, KeyResultStanding Standing)>? old,
        IReadOnlyDictionary<string, (string Period, KeyResultStanding Standing)>? @new)
    {
        var before = old?.TryGetValue(pair.Old.KeyResult.Id, out var was) == true ? was : default;
        var now = @new?.TryGetValue(pair.New.KeyResult.Id, out var current) == true ? current : default;
        return new ComparedKeyResult(module, pair.New.KeyResult.Id, pair.New.KeyResult.Label, now.Period ?? before.Period, before.Standing, now.Standing);
    }
}
