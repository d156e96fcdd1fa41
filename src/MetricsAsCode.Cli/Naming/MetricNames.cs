using MetricsAsCode.Compiler.Diagnostics;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Engines.Loading;

namespace MetricsAsCode.Cli.Naming;

/// <summary>A metric that the user named, with its module.</summary>
internal sealed record NamedMetric(ModuleSymbol Module, MetricSymbol Metric);

/// <summary>Finds metrics by what users call them: <c>module.metric</c>, or the bare name where only one module has it.</summary>
internal static class MetricNames
{
    /// <exception cref="ToolException">No metric, or more than one, has the name.</exception>
    public static NamedMetric Find(Workspace workspace, string written)
    {
        var all = workspace.Modules.SelectMany(m => m.Metrics.Select(x => new NamedMetric(m, x))).ToList();
        var found = all.Where(m => Equals(m.Metric.QualifiedName, written)).ToList();
        found = found.Count > 0 ? found : [.. all.Where(m => Equals(m.Metric.Name, written))];
        return found.Count switch
        {
            1 => found[0],
            0 => throw Unknown(all, written),
            _ => throw ToolException.Usage($"`{written}` is a metric of several modules. Write {string.Join(" or ", found.Select(m => $"`{m.Metric.QualifiedName}`"))}."),
        };
    }

    private static ToolException Unknown(List<NamedMetric> all, string written)
    {
        var names = all.Select(m => written.Contains('.', StringComparison.Ordinal) ? m.Metric.QualifiedName : m.Metric.Name);
        string suggestion = Suggestion.DidYouMean(written, names);
        return ToolException.Usage($"`{written}` is not a metric.{(suggestion.Length > 0 ? suggestion : " `metrics list` shows those there are.")}");
    }

    private static bool Equals(string a, string b) => string.Equals(a, b, StringComparison.Ordinal);
}
