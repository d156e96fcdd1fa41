using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Results;

namespace MetricsAsCode.Scorecards.Computing;

/// <summary>What a breakdown is asked by: a column, and how many groups.</summary>
internal sealed record Slicing(Dimension By, int? Top);

/// <summary>Every number that a scorecard needs, gathered first so that an engine computes them together; one request per metric and breakdown.</summary>
internal sealed class Questions
{
    private readonly List<(string Metric, Slicing? By, List<Period> Periods)> asked = [];

    internal void Ask(MetricSymbol metric, Period? period, Slicing? by = null)
    {
        if (period is null)
            return;
        var periods = asked.Find(a => a.By == by && string.Equals(a.Metric, metric.QualifiedName, StringComparison.Ordinal)).Periods;
        if (periods is null)
            asked.Add((metric.QualifiedName, by, periods = []));
        if (!periods.Contains(period))
            periods.Add(period);
    }

    // A result does not name the column it is broken down by, so one call holds at most one breakdown of a metric: as a rule that is one call for all.

    internal Answers Evaluate(IMetricEngine engine, CancellationToken cancellation)
    {
        var answers = new Answers();
        foreach (var requests in asked
            .GroupBy(a => a.By is null ? 0 : BreakdownsBefore(a.Metric, a.By))
            .OrderBy(static r => r.Key)
            .Select(static r => r.Select(static a => new MetricRequest(a.Metric, a.Periods, a.By?.By, a.By?.Top)).ToArray()))
        {
            answers.Add(requests, engine.Evaluate(requests, cancellation));
        }

        return answers;
    }

    private int BreakdownsBefore(string metric, Slicing by) =>
        asked.Where(a => a.By is not null && string.Equals(a.Metric, metric, StringComparison.Ordinal)).TakeWhile(a => a.By != by).Count();
}
