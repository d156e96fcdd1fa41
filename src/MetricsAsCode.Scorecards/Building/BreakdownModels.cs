using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Results;
using MetricsAsCode.Scorecards.Computing;
using MetricsAsCode.Scorecards.Model;

namespace MetricsAsCode.Scorecards.Building;

/// <summary>A metric by group: what is asked for it, and what is shown.</summary>
internal static class BreakdownModels
{
    internal static void Ask(ScorecardFrame frame, ShowOneMetric item, Questions questions)
    {
        MetricModels.Ask(frame, item.Metric, questions);
        questions.Ask(item.Metric, frame.Period, SlicingOf(item));
    }

    internal static BreakdownModel Of(ScorecardFrame frame, ShowOneMetric item, Answers answers)
    {
        var form = frame.FormOf(item.Metric);
        var whole = answers.Of(item.Metric, frame.Period);
        var groups = answers.Groups(item.Metric, frame.Period, SlicingOf(item));
        var hasShares = item.Metric.IsAdditive && whole.Value.IsNumber && whole.Value.ToDouble() > 0
            && groups.All(static g => !g.Measurement.Value.IsNumber || g.Measurement.Value.ToDouble() >= 0);
        return new BreakdownModel(
            MetricModels.Of(frame, item.Metric, answers),
            item.By!.Condition is null ? item.By.ToString() : item.By.Name,
            groups.Any(static g => g.IsOther) ? item.Top : null,
            hasShares,
            [.. groups.OrderBy(Rank).ThenByDescending(static g => g.Measurement.N).Select(g => Row(frame, form, g, hasShares ? whole : null))]);
    }

    // The sort is stable: groups of the same n stay in the engine's order, which is that of their names.
    private static int Rank(MetricResult group) => group.Group is null ? 2 : group.IsOther ? 1 : 0;

    private static GroupModel Row(ScorecardFrame frame, MetricForm form, MetricResult group, Measurement? whole)
    {
        var value = group.Measurement;
        var isSpecial = group.IsOther || string.IsNullOrWhiteSpace(group.Group);
        var name = group switch { { IsOther: true } => "other", { Group: null } => "(missing)", _ when isSpecial => "(empty)", _ => group.Group };
        var share = whole is null ? null : frame.Share(value.Value.IsNumber ? value.Value.ToDouble() / whole.Value.ToDouble() : null, value.Reason);
        return new GroupModel(name, isSpecial, Figures.Of(value, form), share, frame.CountOf(value.N), Figures.Caveats(value, form, frame.Shown));
    }

    private static Slicing SlicingOf(ShowOneMetric item) => new(new Dimension(item.By!.Source.Name, item.By.Name), item.Top);
}
