using MetricsAsCode.Results;
using MetricsAsCode.Time;
using MetricsAsCode.Values;

namespace MetricsAsCode.Tests.Scorecards;

/// <summary>Knows fixed measurements; of all else there are no rows.</summary>
internal sealed class FakeEngine(Instant? asOf) : IMetricEngine
{
    private readonly Dictionary<(string Metric, string Period), Measurement> totals = [];
    private readonly Dictionary<(string Metric, string By), List<MetricResult>> groups = [];

    public Instant? AsOf { get; } = asOf;

    public Calendar Calendar { get; init; } = Calendar.Utc;

    public Instant? Earliest { get; init; }

    public IReadOnlyList<SourceReach> Reach { get; init; } = [];

    public IReadOnlyList<LaterRows> Later { get; init; } = [];

    public int Calls { get; private set; }

    public List<MetricRequest> Requests { get; } = [];

    public FakeEngine With(string metric, string period, double value, long n = 100, params string[] caveats) =>
        With(metric, period, Measured(Value.Of(value), n, caveats));

    public FakeEngine With(string metric, string period, Measurement measurement)
    {
        totals[("shop." + metric, period)] = measurement;
        return this;
    }

    public FakeEngine WithGroup(string metric, string by, string? group, double value, long n, bool isOther = false) =>
        WithGroup(metric, by, group, Measured(Value.Of(value), n), isOther);

    public FakeEngine WithGroup(string metric, string by, string? group, Measurement measurement, bool isOther = false)
    {
        if (!groups.TryGetValue(("shop." + metric, by), out var found))
            groups.Add(("shop." + metric, by), found = []);
        found.Add(new MetricResult("shop." + metric, Period.Year(1), group, true, measurement) { IsOther = isOther });
        return this;
    }

    public static Measurement Measured(Value value, long n, params string[] caveats) =>
        new() { Value = value, Unit = Unit.Number, N = n, Caveats = caveats };

    public Instant? EarliestOf(string metric) => Earliest;

    public IReadOnlyList<MetricResult> Evaluate(IReadOnlyList<MetricRequest> requests, CancellationToken cancellation)
    {
        Calls++;
        Requests.AddRange(requests);
        return [.. requests.SelectMany(r => r.Periods.SelectMany(p => Of(r, p)))];
    }

    private IEnumerable<MetricResult> Of(MetricRequest request, Period period)
    {
        if (request.By is { } by)
            return groups.GetValueOrDefault((request.Metric, by.ToString()), []).Select(g => g with { Period = period });
        return [new MetricResult(request.Metric, period, null, false, totals.GetValueOrDefault((request.Metric, period.ToString()), Measurement.None(Reason.NoRows, Unit.Number)))];
    }
}
