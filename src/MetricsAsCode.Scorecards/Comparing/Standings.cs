using System.Collections.Immutable;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Objectives;
using MetricsAsCode.Scorecards.Building;
using MetricsAsCode.Scorecards.Computing;
using MetricsAsCode.Scorecards.Objectives;
using MetricsAsCode.Values;

namespace MetricsAsCode.Scorecards.Comparing;

/// <summary>How some key results of one version stand.</summary>
internal static class Standings
{
    private static readonly ImmutableArray<KeyResultStatus> WorstFirst =
        [KeyResultStatus.Missed, KeyResultStatus.OffTrack, KeyResultStatus.AtRisk, KeyResultStatus.OnTrack, KeyResultStatus.Achieved];

    /// <summary>By id, with the period of the objective; nothing but these key results is computed.</summary>
    internal static IReadOnlyDictionary<string, (string Period, KeyResultStanding Standing)> Of(
        ComparedSide side, IEnumerable<(ObjectiveSymbol Objective, KeyResultSymbol KeyResult)> asked, Period? period, CancellationToken cancellation)
    {
        var found = new Dictionary<string, (string, KeyResultStanding)>(StringComparer.Ordinal);
        foreach (var some in asked.GroupBy(a => a.Objective.During is null))
        {
            if (some.Key && period is null)
                continue;
            var objectives = some.GroupBy(a => a.Objective.Name, StringComparer.Ordinal).Select(g => g.First().Objective with { KeyResults = [.. g.Select(a => a.KeyResult)] });
            var module = side.Module with { Objectives = [.. objectives] };
            foreach (var result in ObjectiveEvaluator.Evaluate(module, side.Engine, period ?? Period.Year(2000), cancellation))
            {
                foreach (var keyResult in result.KeyResults)
                    found[keyResult.Definition.Id] = (result.Period.ToString(), Of(keyResult, DisplayLocale.Of(side.Module.Product.Locale)));
            }
        }

        return found;
    }

    private static KeyResultStanding Of(KeyResultResult result, DisplayLocale locale)
    {
        var form = result.Definition.Metric is { } metric ? MetricForm.Of(metric, locale) : null;
        var status = result.Outcome.Status;
        var rank = WorstFirst.IndexOf(status);
        return new KeyResultStanding(
            Statuses.Of(status),
            form is null ? null : Figures.Of(result.Current, form),
            Figures.Share(result.Outcome.Score, result.Outcome.Reason, locale),
            TargetText.Of(result.Definition.Target, form ?? MetricForm.ShareIn(locale), Value.None(Reason.NotComputed)),
            rank < 0 ? null : rank,
            status == KeyResultStatus.NoData);
    }
}
