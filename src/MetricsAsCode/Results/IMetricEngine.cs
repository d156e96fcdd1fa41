using MetricsAsCode.Time;

namespace MetricsAsCode.Results;

/// <summary>Whatever can compute metrics: calculators in process, a database, the reference evaluator. All give the same results.</summary>
public interface IMetricEngine
{
    /// <summary>How far the data reach; null when no source has a dated row and none was given: then nothing has a value.</summary>
    Instant? AsOf { get; }

    /// <summary>The calendar in which periods are resolved.</summary>
    Calendar Calendar { get; }

    /// <summary>Computes all requests together; results come in the order of requests, then periods, then groups.</summary>
    IReadOnlyList<MetricResult> Evaluate(IReadOnlyList<MetricRequest> requests, CancellationToken cancellation);
}
