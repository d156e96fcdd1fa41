using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Results;

namespace MetricsAsCode.Scorecards.Comparing;

/// <summary>One of two versions of a module, and what computes its metrics.</summary>
public sealed record ComparedSide(ModuleSymbol Module, IMetricEngine Engine);

/// <summary>A metric in two versions; one is null where only the other has it.</summary>
public sealed record MetricPair(MetricSymbol? Old, MetricSymbol? New)
{
    /// <summary>As it is now, or was.</summary>
    public MetricSymbol Latest => New ?? Old ?? throw new InvalidOperationException("A pair holds at least one metric.");
}

/// <summary>A key result in two versions, each in its objective.</summary>
public sealed record KeyResultPair((ObjectiveSymbol Objective, KeyResultSymbol KeyResult) Old, (ObjectiveSymbol Objective, KeyResultSymbol KeyResult) New);
