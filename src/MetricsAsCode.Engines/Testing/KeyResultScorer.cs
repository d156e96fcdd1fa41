using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Objectives;
using MetricsAsCode.Results;

namespace MetricsAsCode.Engines.Testing;

/// <summary>Scores one key result of a module over its objective's period, or over <paramref name="period"/> where the objective names none.</summary>
public delegate KeyResultScore KeyResultScorer(ModuleSymbol module, KeyResultSymbol keyResult, IMetricEngine engine, Period period, CancellationToken cancellation);
