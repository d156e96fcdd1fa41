using System.Collections.Immutable;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Objectives;
using MetricsAsCode.Scorecards.Computing;
using MetricsAsCode.Scorecards.Model;
using MetricsAsCode.Scorecards.Objectives;

namespace MetricsAsCode.Scorecards.Building;

/// <summary>Objectives as a scorecard shows them.</summary>
internal static class ObjectiveModels
{
    internal static ObjectiveModel Of(ScorecardFrame frame, ObjectiveResult result, Answers answers)
    {
        var objective = result.Definition;
        var period = PeriodModels.Of(frame, result.Period);
        var keyResults = result.KeyResults.Select(k => KeyResultModels.Of(frame, k, answers, (result.Period, period), objective.Owner)).ToImmutableArray();
        ImmutableArray<SupportModel> supporting = [.. objective.KeyResults.SelectMany(k => k.Supporting.Select(m => new SupportModel(LabelOf(k), MetricModels.Of(frame, m, answers))))];
        return new ObjectiveModel(
            objective.Name,
            objective.Label ?? objective.Name,
            objective.Description,
            objective.Owner,
            period,
            result.Period != frame.Period,
            frame.Share(result.Score.Score, result.Score.Reason),
            result.Score.ToString(),
            Statuses.Count(result.KeyResults.Select(static k => k.Outcome.Status)),
            keyResults,
            keyResults.SelectMany(static k => k.Needs.Prepend(k)).Any(static k => k.Projected is not null),
            supporting,
            supporting.Any(static s => s.Metric.Trend is not null),
            [.. objective.KeyResults.SelectMany(static k => k.Strategies.Select(s => new ActionModel(s, LabelOf(k))))],
            [.. objective.Initiatives.Select(i => new ActionModel(i.Label, ForWhat(objective, i)))]);
    }

    internal static string LabelOf(KeyResultSymbol keyResult) => keyResult.Label ?? keyResult.Name;

    private static string? ForWhat(ObjectiveSymbol objective, InitiativeSymbol initiative)
    {
        if (initiative.KeyResults.IsEmpty)
            return null;
        return string.Join(", ", initiative.KeyResults.Select(name =>
            objective.KeyResults.FirstOrDefault(k => string.Equals(k.Name, name, StringComparison.Ordinal)) is { } keyResult ? LabelOf(keyResult) : name));
    }
}
