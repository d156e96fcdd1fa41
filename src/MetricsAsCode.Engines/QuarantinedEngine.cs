using MetricsAsCode.Compiler.Planning;
using MetricsAsCode.Compiler.Planning.Model;
using MetricsAsCode.Data;
using MetricsAsCode.Results;
using MetricsAsCode.Time;

namespace MetricsAsCode.Engines;

/// <summary>An engine over tables without their bad rows: every result that rests on such a table says how many it lacks.</summary>
public sealed class QuarantinedEngine : IMetricEngine, IDisposable
{
    private readonly IMetricEngine engine;
    private readonly Dictionary<string, string[]> sources;
    private readonly Dictionary<string, long> rejected;

    private QuarantinedEngine(IMetricEngine engine, Plan plan, IReadOnlyDictionary<string, DataFrame> frames)
    {
        this.engine = engine;
        sources = plan.Metrics.GroupBy(m => m.Metric.QualifiedName, StringComparer.Ordinal)
            .ToDictionary(m => m.Key, m => m.SelectMany(of => SourcesRead.By(plan, of)).Select(plan.NameOf).Distinct(StringComparer.Ordinal).ToArray(), StringComparer.Ordinal);
        rejected = frames.Where(f => f.Value.Rejected.Count > 0).ToDictionary(f => f.Key, f => (long)f.Value.Rejected.Count, StringComparer.Ordinal);
    }

    /// <inheritdoc />
    public Instant? AsOf => engine.AsOf;

    /// <inheritdoc />
    public Calendar Calendar => engine.Calendar;

    /// <inheritdoc />
    public IReadOnlyList<SourceReach> Reach => engine.Reach;

    /// <inheritdoc />
    public IReadOnlyList<LaterRows> Later => engine.Later;

    /// <summary>The engine, with a caveat where rows of its tables were set aside.</summary>
    public static IMetricEngine Around(IMetricEngine engine, Plan plan, IReadOnlyDictionary<string, DataFrame> frames) =>
        frames.Values.Any(f => f.Rejected.Count > 0) ? new QuarantinedEngine(engine, plan, frames) : engine;

    /// <inheritdoc />
    public Instant? EarliestOf(string metric) => engine.EarliestOf(metric);

    /// <inheritdoc />
    public IReadOnlyList<MetricResult> Evaluate(IReadOnlyList<MetricRequest> requests, CancellationToken cancellation)
    {
        var by = requests.Where(r => r.By is not null).ToLookup(r => r.Metric, r => r.By!.Source, StringComparer.Ordinal);
        return [.. engine.Evaluate(requests, cancellation).Select(result => Told(result, result.IsGroup ? by[result.Metric] : []))];
    }

    /// <inheritdoc />
    public void Dispose() => (engine as IDisposable)?.Dispose();

    private MetricResult Told(MetricResult result, IEnumerable<string> alsoRead)
    {
        long rows = sources.GetValueOrDefault(result.Metric, []).Concat(alsoRead).Distinct(StringComparer.Ordinal).Sum(s => rejected.GetValueOrDefault(s));
        return rows == 0 ? result : result with { Measurement = result.Measurement with { Caveats = With(result.Measurement.Caveats, Caveat.Quarantined(rows)) } };
    }

    // Behind what is said of the period and of few rows, before what is left out of the value.
    private static IReadOnlyList<string> With(IReadOnlyList<string> caveats, string quarantined)
    {
        int before = caveats.TakeWhile(c => c == Caveat.UnfinishedPeriod || c.StartsWith("small sample", StringComparison.Ordinal)).Count();
        return [.. caveats.Take(before), quarantined, .. caveats.Skip(before)];
    }
}
