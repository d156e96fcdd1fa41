using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Objectives;
using MetricsAsCode.Results;
using MetricsAsCode.Scorecards.Computing;
using MetricsAsCode.Scorecards.Model;
using MetricsAsCode.Scorecards.Objectives;
using MetricsAsCode.Values;

namespace MetricsAsCode.Scorecards.Building;

/// <summary>Key results as rows.</summary>
internal static class KeyResultModels
{
    internal static KeyResultModel Of(ScorecardFrame frame, KeyResultResult result, Answers answers, (Period Period, PeriodModel Shown) during, string? objectiveOwner)
    {
        var (definition, outcome) = (result.Definition, result.Outcome);
        var form = definition.Metric is { } measured ? frame.FormOf(measured) : frame.ShareForm;
        var namesItsStart = definition.Target is Compiler.Symbols.FromTo;
        return new KeyResultModel(
            definition.Id,
            ObjectiveModels.LabelOf(definition),
            definition.Metric is { IsAnonymous: false } named ? named.Label ?? named.Name : null,
            frame.LinkTo(definition.Location),
            namesItsStart ? Figures.Of(outcome.Start!.Value, form) : Baseline(frame, result, form),
            namesItsStart || definition.Metric is null ? null : result.BaselinePeriod?.ToString(),
            definition.Metric is null ? Figures.Of(result.Current, form) : frame.FigureOf(definition.Metric, result.Current, during.Period),
            frame.CountOf(result.Current.N),
            outcome.Projection is { HasValue: true } projection ? Figures.Of(projection, form) : null,
            Figures.Of(outcome.TargetValue, form),
            TargetText.Of(definition.Target, form, outcome.TargetValue),
            frame.Share(outcome.Score, outcome.Reason),
            outcome.IsProjectionScored,
            during.Shown.Elapsed,
            Statuses.Of(outcome.Status),
            StatusText(outcome),
            outcome.Reason?.Text,
            definition.Owner ?? objectiveOwner,
            Figures.Caveats(result.Current, form, during.Shown),
            definition.Weight == 1 ? null : frame.Plain(definition.Weight))
        {
            Aim = Aims.Of(result, during.Shown, ObjectiveEvaluator.ThresholdsOf(frame.Module.Product)),
            Pace = outcome.Due is { } due ? Paces.Of(outcome.Score!.Value / due, frame.Locale) : null,
            Trend = definition.Metric is { } shown ? Trends.Of(frame, shown, answers)?.Towards(frame, [result]) : null,
            Needs = [.. result.Needs.Select(n => Of(frame, n, answers, during, objectiveOwner))],
        };
    }

    // "too early" and "not started" are reasons by themselves.
    private static string StatusText(KeyResultScore outcome)
    {
        var word = Statuses.Of(outcome.Status).Word;
        return outcome.Reason is { Code: not (ReasonCode.TooEarly or ReasonCode.NotStarted) } reason ? $"{word}: {reason.Text}" : word;
    }

    private static Figure Baseline(ScorecardFrame frame, KeyResultResult result, MetricForm form) =>
        result is { Baseline: { } baseline, BaselinePeriod: { } period, Definition.Metric: { } metric }
            ? frame.FigureOf(metric, baseline, period)
            : Figures.Of(result.Baseline?.Value ?? Value.None(Reason.NothingBefore), form);
}
