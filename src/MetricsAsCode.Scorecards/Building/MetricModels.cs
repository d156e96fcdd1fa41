using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Scorecards.Computing;
using MetricsAsCode.Scorecards.Model;

namespace MetricsAsCode.Scorecards.Building;

/// <summary>A metric over the scorecard's period: what is asked for it, and what is shown.</summary>
internal static class MetricModels
{
    internal static void Ask(ScorecardFrame frame, MetricSymbol metric, Questions questions)
    {
        questions.Ask(metric, frame.Period);
        questions.Ask(metric, frame.ComparedWith(metric));
        Trends.Ask(frame, metric, questions);
    }

    internal static MetricModel Of(ScorecardFrame frame, MetricSymbol metric, Answers answers)
    {
        var form = frame.FormOf(metric);
        var now = answers.Of(metric, frame.Period);
        var change = frame.ComparedWith(metric) is { } before ? Changes.Of(metric, form, now, answers.Of(metric, before), before) : null;
        return new MetricModel(
            metric.Name,
            metric.Label ?? metric.Name,
            metric.Description,
            frame.LinkTo(metric.Location),
            frame.FigureOf(metric, now, frame.Period),
            change,
            frame.CountOf(now.N),
            Trends.Of(frame, metric, answers),
            Figures.Caveats(now, form, frame.Shown));
    }
}
