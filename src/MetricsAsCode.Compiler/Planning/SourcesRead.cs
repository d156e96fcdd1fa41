using MetricsAsCode.Compiler.Planning.Model;
using MetricsAsCode.Compiler.Symbols;

namespace MetricsAsCode.Compiler.Planning;

/// <summary>The sources whose rows a metric rests on: those it counts, those it follows references to, and those its sets and keys are made of.</summary>
public static class SourcesRead
{
    /// <param name="plan">The plan.</param>
    /// <param name="metric">A metric of it.</param>
    public static IReadOnlyCollection<SourceSymbol> By(Plan plan, PlanMetric metric) => PlanUses.Of(plan, [metric]).Sources;
}
