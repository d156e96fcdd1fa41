using MetricsAsCode.Compiler.Planning.Model;

namespace MetricsAsCode.Compiler.Emit.CSharp;

/// <summary>A plan in, one C# file out: the typed calculator of a module. Same plan, same bytes.</summary>
public static class CSharpEmitter
{
    public static string Emit(Plan plan) => throw new NotImplementedException(plan.Module.Name);
}
