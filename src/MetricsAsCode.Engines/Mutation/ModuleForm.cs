using System.Text;
using MetricsAsCode.Compiler.Planning;
using MetricsAsCode.Compiler.Planning.Printing;
using MetricsAsCode.Compiler.Symbols;

namespace MetricsAsCode.Engines.Mutation;

/// <summary>All that a module's numbers depend on, as text: two modules with one form give the same results.</summary>
internal static class ModuleForm
{
    public static string Of(ModuleSymbol module)
    {
        var text = new StringBuilder(PlanPrinter.Print(Planner.Plan(module)));
        foreach (var metric in module.Metrics)
            text.Append(metric.Name).Append(' ').Append(metric.Unit).Append(' ').Append(metric.Display).Append(' ').Append(metric.Every).Append('\n');
        foreach (var keyResult in module.Objectives.SelectMany(o => o.KeyResults))
            Add(text, keyResult);
        return text.ToString();
    }

    private static void Add(StringBuilder text, KeyResultSymbol keyResult)
    {
        text.Append(keyResult.Id).Append(' ').Append(keyResult.Metric?.QualifiedName).Append(' ').Append(keyResult.Target).Append(' ').Append(keyResult.Weight).Append('\n');
        foreach (var need in keyResult.Needs)
            Add(text, need);
    }
}
