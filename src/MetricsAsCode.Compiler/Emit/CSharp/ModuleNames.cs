using MetricsAsCode.Compiler.Planning;
using MetricsAsCode.Compiler.Planning.Model;
using MetricsAsCode.Compiler.Symbols;

namespace MetricsAsCode.Compiler.Emit.CSharp;

/// <summary>What a module's declarations are called in C#.</summary>
public sealed class ModuleNames
{
    private readonly Dictionary<SourceSymbol, SourceNames> sources = [];
    private readonly Dictionary<MetricSymbol, string> metrics = [];
    private readonly Dictionary<MetricSymbol, string> breakdowns = [];

    public ModuleNames(Plan plan)
    {
        Namespace = $"Metrics.{CSharpName.Pascal(plan.Module.Name)}";
        Calculator = CSharpName.Pascal(plan.Module.Name) + "Calculator";
        var types = new NameScope(RuntimeNames.Types.Append(Calculator));
        var parameters = new NameScope("options");
        foreach (var source in plan.Sources.Select(s => s.Source))
        {
            string name = plan.NameOf(source);
            sources.Add(source, new SourceNames(
                types.Claim(CSharpName.Pascal(name), "Source"),
                types.Claim(CSharpName.Pascal(name) + "Frame"),
                CSharpName.Escape(parameters.Claim(CSharpName.Camel(name), "Frame"))));
        }

        var members = new NameScope(RuntimeNames.CalculatorMembers.Append(Calculator));
        foreach (var metric in plan.Metrics.Select(m => m.Metric).Where(m => !m.IsAnonymous))
            metrics.Add(metric, members.Claim(CSharpName.Pascal(plan.NameOf(metric)), "Metric"));
        foreach (var metric in metrics.Keys.Where(m => m.By is not null).ToArray())
            breakdowns.Add(metric, members.Claim($"{metrics[metric]}By{CSharpName.Pascal(metric.By!.Name)}", "Metric"));
    }

    public string Namespace { get; }

    public string Calculator { get; }

    public string QualifiedCalculator => $"{Namespace}.{Calculator}";

    /// <summary>The method of a declared metric; null for the formula of a key result.</summary>
    public string? Of(MetricSymbol metric) => metrics.TryGetValue(metric, out string? name) ? name : null;

    /// <summary>The method that breaks a metric down by what its declaration names.</summary>
    public string ByMember(MetricSymbol metric) => breakdowns[metric];

    public SourceNames Of(SourceSymbol source) => sources[source];
}

/// <summary>A source in C#.</summary>
/// <param name="Dimensions">The class of its dimensions.</param>
/// <param name="Frame">The class of its rows.</param>
/// <param name="Parameter">The calculator's parameter, escaped.</param>
public sealed record SourceNames(string Dimensions, string Frame, string Parameter);
