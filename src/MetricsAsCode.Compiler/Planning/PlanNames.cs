using MetricsAsCode.Compiler.Planning.Model;
using MetricsAsCode.Compiler.Symbols;

namespace MetricsAsCode.Compiler.Planning;

/// <summary>What a plan calls its metrics and sources: by their name alone within the module, with the module's name before it from elsewhere.</summary>
public static class PlanNames
{
    public static string NameOf(this Plan plan, MetricSymbol metric) =>
        string.Equals(metric.Module, plan.Module.Name, StringComparison.Ordinal) ? metric.Name : metric.QualifiedName;

    public static string NameOf(this Plan plan, SourceSymbol source) =>
        string.Equals(source.Module, plan.Module.Name, StringComparison.Ordinal) ? source.Name : source.QualifiedName;
}
