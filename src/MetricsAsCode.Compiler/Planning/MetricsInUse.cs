using MetricsAsCode.Compiler.Symbols;

namespace MetricsAsCode.Compiler.Planning;

/// <summary>The metrics that a module's calculator answers: those it declares, then those its objectives, scorecards and tests name besides.</summary>
internal static class MetricsInUse
{
    public static IReadOnlyList<MetricSymbol> Of(ModuleSymbol module) =>
    [
        .. module.Metrics
            .Concat(module.Product.NorthStar is { } star ? [star] : [])
            .Concat(module.Objectives.SelectMany(o => o.KeyResults).SelectMany(k => k.Metrics.Concat(k.Supporting)))
            .Concat(module.Journey?.Stages.SelectMany(s => s.Metrics) ?? [])
            .Concat(module.Scorecards.SelectMany(s => s.Items).OfType<ShowOneMetric>().Select(s => s.Metric))
            .Concat(module.Tests.SelectMany(t => t.Expectations).SelectMany(e => e.Metric is { } metric ? [metric] : e.KeyResult!.Metrics))
            .Distinct(),
    ];
}
