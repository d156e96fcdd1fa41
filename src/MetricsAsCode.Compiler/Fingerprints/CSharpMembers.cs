using System.Collections.Immutable;
using MetricsAsCode.Compiler.Emit.CSharp;
using MetricsAsCode.Compiler.Planning;
using MetricsAsCode.Compiler.Symbols;
using TypeCode = MetricsAsCode.Compiler.Emit.CSharp.TypeCode;

namespace MetricsAsCode.Compiler.Fingerprints;

/// <summary>What C# code can name of a module's calculator, each with its type.</summary>
public static class CSharpMembers
{
    /// <summary>E.g. <c>ShopCalculator.Revenue</c> of type <c>Money</c>; of frames and dimensions the type is empty.</summary>
    public static ImmutableSortedDictionary<string, string> Of(ModuleSymbol module)
    {
        var members = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        if (module.Metrics.IsEmpty)
        {
            return members.ToImmutable();
        }

        var plan = Planner.Plan(module);
        var names = new ModuleNames(plan);
        foreach (var metric in plan.Metrics.Select(m => m.Metric))
        {
            if (names.Of(metric) is not { } member)
            {
                continue;
            }

            members[$"{names.Calculator}.{member}"] = TypeCode.ResultOf(metric.Unit);
            if (metric.By is not null)
            {
                members[$"{names.Calculator}.{names.ByMember(metric)}"] = TypeCode.ResultOf(metric.Unit);
            }
        }

        foreach (var source in plan.Sources.Select(s => s.Source))
        {
            members[names.Of(source).Frame] = "";
        }

        return members.ToImmutable();
    }
}
