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

    /// <summary>
    /// The earliest dated row of the sources that a metric reads, by its qualified name: a baseline that ends before it rests on nothing.
    /// Null when they have none, or when the engine does not look.
    /// </summary>
    Instant? EarliestOf(string metric) => null;

    /// <summary>How far each dated source reaches of those that say how far the data reach; without those that have no row. Empty when the engine does not look.</summary>
    IReadOnlyList<SourceReach> Reach => [];

    /// <summary>The rows of each dated source that are left out because they are not before the as-of, by the source's own time; without sources that have none. Empty when the engine does not look.</summary>
    IReadOnlyList<LaterRows> Later => [];
}
