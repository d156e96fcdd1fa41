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
            return request.By is null ? [Result(null, Measurement.None(none, ResultUnits.Of(metric.Unit)))] : [];
        return request.By is { } by
            ? Grouped(measure, stretch, Find(by), request.Top).Select(row => Result(row.Group, row.Measurement) with { IsOther = row.IsOther })
            : [Result(null, Evaluate(measure, stretch))];

        MetricResult Result(string? group, Measurement measurement) =>
            new(request.Metric, period, group, request.By is not null, measurement with { Display = display });
    }

    // "`top 5` by n, ties by name, the rest recomputed as `other`."
    private IEnumerable<(string? Group, Measurement Measurement, bool IsOther)> Grouped(Measure measure, Stretch period, ColumnSymbol by, int? top)
    {
        if (measures is null)
            return [];
        var groups = measures.Groups.Of(measure, period, by);
        var rows = groups.Select(g => (Value: g, Measurement: Measure(measure, new Context(period).With(new GroupRestriction(by, g))))).ToList();
        var kept = rows.Count <= (top ?? rows.Count) ? rows : [.. rows.OrderByDescending(r => r.Measurement.N).Take(top!.Value)];
        var shown = rows.Where(kept.Contains).Select(r => (r.Value is null ? null : GroupText.Of(r.Value, by), r.Measurement, false));
        return kept.Count == rows.Count
            ? shown
            : shown.Append(("other", Measure(measure, new Context(period).With(new OtherGroupsRestriction(by, [.. kept.Select(r => r.Value)]))), true));
    }

    /// <summary>Any measure in a context.</summary>
    internal Measurement Measure(Measure measure, Context context)
    {
        var unit = ResultUnits.Of(measure.Unit);
        if (measures is null)
            return Measurement.None(Reason.NoData, unit);
        var answer = measures.Evaluate(measure, context);
        return new Measurement
        {
            Value = ResultValues.Of(answer.Result),
            Unit = unit,
            Numerator = answer.Numerator is { } numerator ? ResultValues.Of(numerator) : null,
            Denominator = answer.Denominator is { } denominator ? ResultValues.Of(denominator) : null,
            N = answer.N ?? 0,
            Caveats = [.. Caveats.Of(measure, answer, HasUnfinishedPeriod(measure, context.Period))],
        };
    }

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
