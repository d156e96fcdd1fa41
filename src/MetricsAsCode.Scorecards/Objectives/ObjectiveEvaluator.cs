using System.Collections.Immutable;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Objectives;
using MetricsAsCode.Results;
using MetricsAsCode.Scorecards.Computing;

namespace MetricsAsCode.Scorecards.Objectives;

/// <summary>Measures and scores the objectives of a module.</summary>
public static class ObjectiveEvaluator
{
    /// <summary>All objectives, each over its own <c>during</c> or else over <paramref name="period"/>; their metrics are computed together.</summary>
    public static ImmutableArray<ObjectiveResult> Evaluate(ModuleSymbol module, IMetricEngine engine, Period period, CancellationToken cancellation = default)
    {
        var plans = module.Objectives.Select(o => new ObjectivePlan(o, engine, period)).ToArray();
        var questions = new Questions();
        foreach (var plan in plans)
            plan.Ask(questions);
        var answers = questions.Evaluate(engine, cancellation);
        return [.. plans.Select(p => p.Score(answers, ThresholdsOf(module.Product)))];
    }

    internal static StatusThresholds ThresholdsOf(ProductSymbol product) =>
        new StatusThresholds() with { OnTrack = (double)product.OnTrackFrom, AtRisk = (double)product.AtRiskFrom };
}
