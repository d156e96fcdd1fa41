using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Scorecards.Model;
using MetricsAsCode.Scorecards.Objectives;
using MetricsAsCode.Values;
using Written = MetricsAsCode.Compiler.Symbols;

namespace MetricsAsCode.Scorecards.Building;

// A level drawn into a trend is to be compared with every point. What adds up over time, or compares with the time before, is another number in a week than in a quarter:
// its target is not drawn.

/// <summary>The levels that key results aim at, on the trends of their metrics.</summary>
internal static class Goals
{
    internal static TrendModel Towards(this TrendModel trend, ScorecardFrame frame, IEnumerable<KeyResultResult> keyResults) =>
        trend with { Goals = [.. keyResults.Where(static k => k.Definition.Metric is { IsAdditive: false, ReadsPrevious: false }).SelectMany(k => Levels(k, frame)).Distinct()] };

    /// <summary>The metric with the levels that any key result aims at for it.</summary>
    internal static MetricModel Towards(this MetricModel shown, ScorecardFrame frame, MetricSymbol metric, IEnumerable<ObjectiveResult> objectives) =>
        shown.Trend is not { } trend
            ? shown
            : shown with { Trend = trend.Towards(frame, objectives.SelectMany(static o => o.KeyResults).SelectMany(static k => k.Needs.Prepend(k)).Where(k => k.Definition.Metric == metric)) };

    private static IEnumerable<Figure> Levels(KeyResultResult result, ScorecardFrame frame)
    {
        var form = frame.FormOf(result.Definition.Metric!);
        return (result.Definition.Target switch
        {
            Written.Between range => [Value.Of((Exact)range.Low), Value.Of((Exact)range.High)],
            Written.Done or Written.AllNeeds => [],
            _ => new[] { result.Outcome.TargetValue },
        }).Where(static v => v.IsNumber).Select(v => Figures.Of(v, form));
    }
}
