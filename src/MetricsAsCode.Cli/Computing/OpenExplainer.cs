using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Engines.Explaining;
using MetricsAsCode.Results;

namespace MetricsAsCode.Cli.Computing;

/// <summary>A module whose data are open: ready to explain its metrics.</summary>
internal sealed record OpenExplainer(ModuleSymbol Module, IMetricEngine Engine, Explainer Explainer);
