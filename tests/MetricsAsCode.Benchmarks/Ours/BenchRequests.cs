using MetricsAsCode.Benchmarks.Cases;
using MetricsAsCode.Results;

namespace MetricsAsCode.Benchmarks.Ours;

/// <summary>A case as requests to an engine of ours, and what it answers.</summary>
internal static class BenchRequests
{
    public static MetricRequest[] Of(BenchCase bench) =>
    [
        .. bench.Metrics.Select(m => new MetricRequest(m, bench.Periods)),
        .. bench.Dimensions.SelectMany(d => bench.ByGroup.Select(m => new MetricRequest(m, [BenchCase.LastMonth], new Dimension("orders", d)))),
    ];

    /// <summary>The results as every engine of a comparison gives them. They come in the order of the requests, so that a breakdown's dimension is known by its place.</summary>
    public static Dictionary<string, double?> Flat(IReadOnlyList<MetricResult> results, BenchCase bench)
    {
        var flat = new Dictionary<string, double?>(StringComparer.Ordinal);
        var dimensions = new Queue<string>(bench.Dimensions);
        string? dimension = null, last = null;
        foreach (var result in results)
        {
            if (result.IsGroup && result.Metric != last && result.Metric == bench.ByGroup[0])
                dimension = dimensions.Dequeue();
            last = result.IsGroup ? result.Metric : null;
            string metric = result.IsGroup ? $"{result.Metric} by {dimension}" : result.Metric;
            flat.Add(FlatResults.Key(metric, result.Period.ToString(), result.IsGroup ? result.Group ?? "" : ""), result.Measurement.Value.HasValue ? result.Measurement.Value.ToDouble() : null);
        }

        return flat;
    }
}
