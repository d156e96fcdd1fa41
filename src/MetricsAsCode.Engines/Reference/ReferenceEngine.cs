using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Data;
using MetricsAsCode.Engines.Reference.Measures;
using MetricsAsCode.Engines.Reference.Tables;
using MetricsAsCode.Results;
using MetricsAsCode.Time;
using MetricsAsCode.Values;

namespace MetricsAsCode.Engines.Reference;

/// <summary>
/// Evaluates the bound model row by row: slow, and exact where the language is exact. What every other engine is compared with.
/// Not safe for concurrent use.
/// </summary>
public sealed class ReferenceEngine : IMetricEngine
{
    private readonly ModuleSymbol module;
    private readonly MeasureEvaluator? measures;

    /// <summary>Binds frames, by source name, to a module.</summary>
    /// <param name="module">The module; its metrics are what requests name.</param>
    /// <param name="frames">A frame for each source that is read; one of another module by its qualified name.</param>
    /// <param name="asOf">How far the data count; null for the end of the day of the newest time.</param>
    public ReferenceEngine(ModuleSymbol module, IReadOnlyDictionary<string, DataFrame> frames, Instant? asOf = null)
    {
        this.module = module;
        var data = new ReferenceData(module, frames, asOf);
        (Data, AsOf, Calendar) = (data, data.AsOf, data.Calendar);
        measures = AsOf is { } instant ? new MeasureEvaluator(data, instant) : null;
    }

    /// <summary>The tables, for who looks at single rows.</summary>
    internal ReferenceData Data { get; }

    /// <summary>What evaluates the parts of a measure; null without an as-of, since then nothing has a value.</summary>
    internal MeasureEvaluator? Parts => measures;

    /// <inheritdoc />
    public Instant? AsOf { get; }

    /// <inheritdoc />
    public Calendar Calendar { get; }

    /// <inheritdoc />
    /// <exception cref="ArgumentException">The module has no such metric or column, or the metric does not reach the column.</exception>
    public IReadOnlyList<MetricResult> Evaluate(IReadOnlyList<MetricRequest> requests, CancellationToken cancellation = default) =>
        [.. requests.SelectMany(request => request.Periods.SelectMany(period => Evaluate(request, period, cancellation)))];

    /// <inheritdoc />
    public Instant? EarliestOf(string metric) => measures?.Leaves.Earliest(Find(metric).Body);

    /// <inheritdoc />
    public IReadOnlyList<SourceReach> Reach => Data.Reach;

    /// <inheritdoc />
    public IReadOnlyList<LaterRows> Later => Data.Later;

    /// <summary>Any measure over a stretch of days, whether or not it belongs to a metric.</summary>
    public Measurement Evaluate(Measure measure, Stretch period) => Measure(measure, new Context(period));

    /// <summary>Any measure over a stretch of days for each group of a column, in the order of the groups' names; null is the group without one.</summary>
    /// <exception cref="ArgumentException">A source of the measure does not reach the column.</exception>
    public IReadOnlyList<(string? Group, Measurement Measurement)> Evaluate(Measure measure, Stretch period, ColumnSymbol by) =>
        measures is null
            ? []
            : [.. measures.Groups.Of(measure, period, by).Select(group =>
                (group is null ? null : GroupText.Of(group, by), Measure(measure, new Context(period).With(new GroupRestriction(by, group)))))];

    private IEnumerable<MetricResult> Evaluate(MetricRequest request, Period period, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var metric = Find(request.Metric);
        var measure = new MetricMeasure(metric);
        var display = ResultUnits.DisplayOf(metric);
        if (!Calendar.Resolve(period, AsOf).TryGet(out var stretch, out var none))
            return request.By is null ? [Result(null, Measurement.None(none, ResultUnits.Of(metric.Unit)) with { ResponseRate = NoRate(request.WithResponseRate ? metric.Sample : null, none) })] : [];
        return request.By is { } by
            ? Grouped(measure, stretch, Find(by), request).Select(row => Result(row.Group, row.Measurement) with { IsOther = row.IsOther })
            : [Result(null, Measure(measure, new Context(stretch), request.WithResponseRate))];

        MetricResult Result(string? group, Measurement measurement) =>
            new(request.Metric, period, group, request.By is not null, measurement with { Display = display });
    }

    // "`top 5` by n, ties by name, the rest recomputed as `other`."
    private IEnumerable<(string? Group, Measurement Measurement, bool IsOther)> Grouped(Measure measure, Stretch period, ColumnSymbol by, MetricRequest request)
    {
        if (measures is null)
            return [];
        var groups = measures.Groups.Of(measure, period, by);
        var rows = groups.Select(g => (Value: g, Measurement: In(new GroupRestriction(by, g)))).ToList();
        var kept = request.Top is { } top && rows.Count > top ? [.. rows.OrderByDescending(r => r.Measurement.N).Take(top)] : rows;
        var shown = rows.Where(kept.Contains).Select(r => (r.Value is null ? null : GroupText.Of(r.Value, by), r.Measurement, false));
        return kept.Count == rows.Count
            ? shown
            : shown.Append(("other", In(new OtherGroupsRestriction(by, [.. kept.Select(r => r.Value)])), true));

        Measurement In(Restriction restriction) => Measure(measure, new Context(period).With(restriction), request.WithResponseRate);
    }

    /// <summary>Any measure in a context; a metric with its response rate, unless that is not wanted.</summary>
    internal Measurement Measure(Measure measure, Context context, bool withResponseRate = true)
    {
        var unit = ResultUnits.Of(measure.Unit);
        var sample = (measure as MetricMeasure)?.Metric.Sample;
        var asked = withResponseRate ? sample : null;
        if (measures is null)
            return Measurement.None(Reason.NoData, unit) with { ResponseRate = NoRate(asked, Reason.NoData) };
        var answer = measures.Evaluate(measure, context);
        var (upper, lower) = (answer.Numerator is { } numerator ? ResultValues.Of(numerator) : (Value?)null, answer.Denominator is { } denominator ? ResultValues.Of(denominator) : (Value?)null);
        return new Measurement
        {
            Value = ResultValues.Of(answer.Result),
            Unit = unit,
            Numerator = upper,
            Denominator = lower,
            N = answer.N ?? 0,
            Caveats = [.. Caveats.Of(measure, answer, HasUnfinishedPeriod(measure, context.Period))],
            ResponseRate = asked is null ? null : ResponseRate(asked, context),
            Interval = sample is { IsProportion: true } ? Interval.Around(upper, lower) : null,
        };
    }

    // "The rows asked" may have no such groups.
    private Measurement ResponseRate(MetricSample sample, Context context)
    {
        bool hasGroups = context.Restrictions.OfType<DimensionRestriction>().All(r => DimensionPath.Reaches(sample.Asked, r.Dimension));
        return hasGroups ? Measure(sample.ResponseRate, context) with { Caveats = [] } : NoRate(sample, Reason.OutOfReach)!;
    }

    private static Measurement? NoRate(MetricSample? sample, Reason reason) => sample is null ? null : Measurement.None(reason, ResultUnits.Of(sample.ResponseRate.Unit));

    // "The stretch that the metric is computed for (after `every`)": a whole unit that `every` finds has ended.
    private bool HasUnfinishedPeriod(Measure measure, Stretch period) => measure switch
    {
        EveryMeasure or MetricMeasure { Metric.Every: not null } => false,
        MetricMeasure reference => HasUnfinishedPeriod(reference.Metric.Body, period),
        _ => !Calendar.HasEnded(period, AsOf!.Value),
    };

    // Its own metrics, and those that its objectives, scorecards and tests name or write besides.
    private IEnumerable<MetricSymbol> Known() => module.Metrics
        .Concat(module.Product.NorthStar is { } star ? [star] : [])
        .Concat(module.Objectives.SelectMany(o => o.KeyResults).SelectMany(k => k.Metrics.Concat(k.Supporting)))
        .Concat(module.Scorecards.SelectMany(s => s.Items).OfType<ShowOneMetric>().Select(s => s.Metric))
        .Concat(module.Tests.SelectMany(t => t.Expectations).Select(e => e.Metric).OfType<MetricSymbol>());

    private MetricSymbol Find(string name) =>
        Known().FirstOrDefault(m => string.Equals(m.QualifiedName, name, StringComparison.Ordinal))
        ?? module.Metric(name)
        ?? throw new ArgumentException($"Module `{module.Name}` has no metric `{name}`; it has {string.Join(", ", module.Metrics)}.");

    private ColumnSymbol Find(Dimension dimension) =>
        module.Dimension(dimension.Source, dimension.Column)
        ?? throw new ArgumentException($"Module `{module.Name}` has no column `{dimension}`.");
}
