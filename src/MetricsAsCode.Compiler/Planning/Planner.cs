using MetricsAsCode.Compiler.Planning.Model;
using MetricsAsCode.Compiler.Symbols;

namespace MetricsAsCode.Compiler.Planning;

/// <summary>Bound model in, plan out. Called only for modules without errors.</summary>
public static class Planner
{
    public static Plan Plan(ModuleSymbol module) => throw new NotImplementedException(module.Name);
}
