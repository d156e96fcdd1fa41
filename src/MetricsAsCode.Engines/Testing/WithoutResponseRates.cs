using MetricsAsCode.Results;
using MetricsAsCode.Time;

namespace MetricsAsCode.Engines.Testing;

/// <summary>An engine that is asked for values only: tables of a test need not say who was asked for what it does not speak of.</summary>
internal sealed class WithoutResponseRates(IMetricEngine engine) : IMetricEngine
{
    public Instant? AsOf => engine.AsOf;

    public Calendar Calendar => engine.Calendar;

    public IReadOnlyList<MetricResult> Evaluate(IReadOnlyList<MetricRequest> requests, CancellationToken cancellation) =>
        engine.Evaluate([.. requests.Select(r => r with { WithResponseRate = false })], cancellation);

    public Instant? EarliestOf(string metric) => engine.EarliestOf(metric);

    public IReadOnlyList<SourceReach> Reach => engine.Reach;

    public IReadOnlyList<LaterRows> Later => engine.Later;
}
