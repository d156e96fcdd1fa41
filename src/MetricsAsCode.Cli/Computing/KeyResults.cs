using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Objectives;
using MetricsAsCode.Results;
using MetricsAsCode.Scorecards.Objectives;

namespace MetricsAsCode.Cli.Computing;

/// <summary>Scores one key result by itself, as tests need it: the metrics of others may read what a test leaves out.</summary>
internal static class KeyResults
{
    public static KeyResultScore Score(ModuleSymbol module, KeyResultSymbol keyResult, IMetricEngine engine, Period period, CancellationToken cancellation)
    {
        var objective = module.Objectives.First(o => string.Equals(o.Name, keyResult.Objective, StringComparison.Ordinal));
        var alone = module with { Objectives = [objective with { KeyResults = [keyResult] }] };
        return ObjectiveEvaluator.Evaluate(alone, engine, period, cancellation)[0].KeyResults[0].Outcome;
    }
}
