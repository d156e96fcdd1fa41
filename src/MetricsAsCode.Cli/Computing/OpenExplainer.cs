using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Engines.Explaining;
using MetricsAsCode.Results;

namespace MetricsAsCode.Cli.Computing;

/// <summary>A module whose data are open: ready to explain its metrics.</summary>
/// <param name="Rows">How many rows were read, of all sources.</param>
internal sealed record OpenExplainer(ModuleSymbol Module, IMetricEngine Engine, Explainer Explainer, long Rows)
{
    /// <summary>
    /// From so many rows on it is said that explaining takes long. Measured on two cores: 20 to 50 seconds for a million rows, in proportion to them,
    /// where `metrics run` takes 10: every part of the formula is computed by itself, row by row, by an evaluator that shares nothing with the calculators.
    /// </summary>
    public const long Many = 250_000;
}
