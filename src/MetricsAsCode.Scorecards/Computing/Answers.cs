using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Results;

namespace MetricsAsCode.Scorecards.Computing;

// Results come in the order of requests, then periods, then groups; a breakdown gives any number of groups, nothing else gives exactly one result.
// Walking both lists together finds which request a result belongs to, also when a metric is asked for with and without groups.

/// <summary>What an engine answered, found by metric, period and breakdown.</summary>
internal sealed class Answers
{
    private readonly Dictionary<(string Metric, Period Period), Measurement> totals = [];
    private readonly Dictionary<(string Metric, Period Period, Slicing By), List<MetricResult>> groups = [];

    internal void Add(IReadOnlyList<MetricRequest> requests, IReadOnlyList<MetricResult> results)
    {
        var next = 0;
        foreach (var request in requests)
        {
            foreach (var period in request.Periods)
                next = request.By is null ? TakeTotal(request, period, results, next) : TakeGroups(request, period, results, next);
        }

        if (next != results.Count)
            throw new InvalidOperationException($"The engine gave {results.Count} results where {next} were asked for; the first left over is {results[next].Metric} for {results[next].Period}.");
    }

    internal Measurement Of(MetricSymbol metric, Period period) =>
        totals.TryGetValue((metric.QualifiedName, period), out var found) ? found : throw NotAsked(metric.QualifiedName, period);

    internal IReadOnlyList<MetricResult> Groups(MetricSymbol metric, Period period, Slicing by) =>
        groups.TryGetValue((metric.QualifiedName, period, by), out var found) ? found : throw NotAsked($"{metric.QualifiedName} by {by.By}", period);

    private int TakeTotal(MetricRequest request, Period period, IReadOnlyList<MetricResult> results, int next)
    {
        if (next >= results.Count || results[next].IsGroup || !IsOf(results[next], request.Metric, period))
            throw new InvalidOperationException($"The engine gave no result for {request.Metric} for {period} in its place.");
        totals.Add((request.Metric, period), results[next].Measurement);
        return next + 1;
    }

    private int TakeGroups(MetricRequest request, Period period, IReadOnlyList<MetricResult> results, int next)
    {
        var found = new List<MetricResult>();
        for (; next < results.Count && results[next].IsGroup && IsOf(results[next], request.Metric, period); next++)
            found.Add(results[next]);
        groups.Add((request.Metric, period, new Slicing(request.By!, request.Top)), found);
        return next;
    }

    private static bool IsOf(MetricResult result, string metric, Period period) =>
        string.Equals(result.Metric, metric, StringComparison.Ordinal) && result.Period == period;

    private static InvalidOperationException NotAsked(string what, Period period) => new($"{what} for {period} was never asked for.");
}
