using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Results;
using MetricsAsCode.Scorecards.Computing;
using MetricsAsCode.Scorecards.Markdown;
using MetricsAsCode.Scorecards.Model;
using MetricsAsCode.Time;
using MetricsAsCode.Values;
using Display = MetricsAsCode.Values.Display;
using Location = MetricsAsCode.Compiler.Text.Location;
using Unit = MetricsAsCode.Values.Unit;

namespace MetricsAsCode.Scorecards.Building;

/// <summary>What all parts of one scorecard share: its period, the calendar, how numbers are written and where the file will stand.</summary>
internal sealed class ScorecardFrame
{
    private readonly string path;
    private readonly string folder;

    internal ScorecardFrame(ModuleSymbol module, ScorecardSymbol scorecard, IMetricEngine engine, string path, string? folder = null)
    {
        (Module, Scorecard, Engine) = (module, scorecard, engine);
        (this.path, this.folder) = (path, folder ?? "");
        Locale = DisplayLocale.Of(module.Product.Locale);
        Period = Periods.Of(scorecard.For);
        Days = DaysOf(Period);
        Shown = PeriodModels.Of(this, Period);
    }

    internal ModuleSymbol Module { get; }

    internal ScorecardSymbol Scorecard { get; }

    internal IMetricEngine Engine { get; }

    internal Calendar Calendar => Engine.Calendar;

    internal DisplayLocale Locale { get; }

    /// <summary>How parts of a whole are written, whatever a metric is measured in.</summary>
    internal MetricForm ShareForm => MetricForm.ShareIn(Locale);

    internal Period Period { get; }

    /// <summary>The period's days; null when the calendar has none, as for <c>this month</c> without data.</summary>
    internal Stretch? Days { get; }

    /// <summary>The period as the head of the scorecard shows it.</summary>
    internal PeriodModel Shown { get; }

    internal Stretch? DaysOf(Period period) => Calendar.Resolve(period, Engine.AsOf).TryGet(out var days, out _) ? days : null;

    /// <summary>The last unit that has ended by the as-of and does not reach beyond some days.</summary>
    internal Outcome<Stretch> LastWhole(Time.Grain grain, Stretch days, Instant asOf)
    {
        var lastDay = Calendar.LastDayBefore(asOf);
        var unit = Calendar.UnitAt(lastDay < days.End ? lastDay : days.End.AddDays(-1), grain);
        return unit.HasValue && (unit.Value.End > days.End || !Calendar.HasEnded(unit.Value, asOf)) ? unit.Value.Previous() : unit;
    }

    /// <summary>A value over a period; of a metric of a fixed grain it also says of which unit it is.</summary>
    internal Figure FigureOf(MetricSymbol metric, Measurement found, Period period)
    {
        var figure = Figures.Of(found, FormOf(metric));
        if (metric.Every is not { } every || !found.Value.HasValue || DaysOf(period) is not { First: { } first } days || Engine.AsOf is not { } asOf)
            return figure;
        var unit = LastWhole(Periods.Of(every), days, asOf);
        bool isPart = unit.HasValue && unit.Value.First >= first && unit.Value != days && (unit.Value.First, unit.Value.End) != (days.First, days.End);
        return isPart ? figure with { Of = Periods.Of(unit.Value, Calendar).ToString() } : figure;
    }

    internal MetricForm FormOf(MetricSymbol metric) => MetricForm.Of(metric, Locale);

    internal LinkModel LinkTo(Location location)
    {
        var line = location.Start.Line;
        var file = location.Text.Path;
        return new LinkModel(FormattableString.Invariant($"{DefinitionLink.FileName(file)}:{line}"), DefinitionLink.Address(Path.Combine(folder, file), line, Path.Combine(folder, path)));
    }

    /// <summary>A part of a whole in per cent, or the reason why there is none.</summary>
    internal Figure Share(double? share, Reason? reason) => Figures.Share(share, reason, Locale);

    /// <summary>A number of the definitions with as many digits as were written.</summary>
    internal string Plain(decimal number) => DisplayFormat.Write(Value.Of((Exact)number), Unit.Number, Display.Number with { Decimals = number.Scale }, Locale);

    internal Figure CountOf(long n) => new(n, DisplayFormat.Write(Value.Of(n), Unit.Count, null, Locale));

    /// <summary>The whole period before, or its part up to the same day while this one runs; a metric of a fixed grain compares whole units by itself.</summary>
    internal Period? ComparedWith(MetricSymbol metric)
    {
        if (Days is null || Engine.AsOf is not { } asOf)
            return null;
        var before = metric.Every is null ? Window.Of(new WindowStep.PreviousToDate()).Resolve(Days, asOf, Calendar) : Days.Previous();
        return before.HasValue ? Periods.Of(before.Value, Calendar) : null;
    }
}
