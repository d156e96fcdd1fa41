using MetricsAsCode.Compiler.Symbols;

namespace MetricsAsCode.Scorecards.Markdown;

/// <summary>The metrics that a template can name: those of the scorecard's module that have a name, also members such as <c>checkout.rate</c>.</summary>
internal static class NamedMetrics
{
    internal static IEnumerable<MetricSymbol> Of(ModuleSymbol module) => module.Metrics.Where(static m => !m.IsAnonymous);
}
