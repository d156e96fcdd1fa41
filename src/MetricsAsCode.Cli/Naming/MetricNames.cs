using MetricsAsCode.Cli.Listing;
using MetricsAsCode.Compiler.Diagnostics;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Engines.Loading;

namespace MetricsAsCode.Cli.Naming;

/// <summary>A metric that the user named, with its module.</summary>
internal sealed record NamedMetric(ModuleSymbol Module, MetricSymbol Metric);

/// <summary>
/// Finds metrics by what users call them: <c>module.metric</c>, or the bare name where only one module has it. The name of a metric with parts, of a funnel or of a
/// cohort stands for all that it has.
/// </summary>
internal static class MetricNames
{
    /// <summary>The metric of a name, or the parts of one that has some.</summary>
    /// <exception cref="ToolException">Nothing has the name, or things of several modules do.</exception>
    public static IReadOnlyList<NamedMetric> FindAll(Workspace workspace, string written)
    {
        var all = workspace.Modules.SelectMany(m => m.Metrics.Select(x => new NamedMetric(m, x))).ToList();
        Func<NamedMetric, string?>[] names = [m => m.Metric.QualifiedName, m => m.Metric.Name, m => OwnerOf(m) is { } owner ? $"{m.Metric.Module}.{owner}" : null, OwnerOf];
        var found = names.Select(name => all.Where(m => string.Equals(name(m), written, StringComparison.Ordinal)).ToList()).FirstOrDefault(f => f.Count > 0);
        if (found is null)
            throw Unknown(workspace, all, written);
        var modules = found.Select(m => m.Module.Name).Distinct().ToList();
        return modules.Count == 1
            ? found
            : throw ToolException.Usage($"`{written}` is a metric of several modules. Write {string.Join(" or ", modules.Select(m => $"`{m}.{written}`"))}.");
    }

    /// <summary>What the metric is a part or member of.</summary>
    private static string? OwnerOf(NamedMetric named) => named.Metric.IsAnonymous ? null : named.Metric.PartOf ?? named.Metric.MemberOf;

    private static ToolException Unknown(Workspace workspace, List<NamedMetric> all, string written)
    {
        var other = DeclarationList.Of(workspace).FirstOrDefault(d => written == d.Id || written == $"{d.Module}.{d.Id}");
        if (other is not null && KindOf(other) is { } kind)
            return ToolException.Usage($"`{written}` is {kind}, not a metric.{(other.Kind == "key_result" ? Measures(workspace, other) : " `metrics list` shows the metrics.")}");
        var names = all.SelectMany(m => new[] { m.Metric.Name, m.Metric.QualifiedName, OwnerOf(m) }).OfType<string>();
        string suggestion = Suggestion.DidYouMean(written, names);
        return ToolException.Usage($"`{written}` is not a metric.{(suggestion.Length > 0 ? suggestion : " `metrics list` shows those there are.")}");
    }

    private static string? KindOf(Declared declared) => declared.Kind switch
    {
        "key_result" => "a key result",
        "objective" => "an objective",
        "journey_stage" => "a stage of the journey",
        "let" => "a `let`",
        "define" => "a function",
        "segment" or "source" or "scorecard" => $"a {declared.Kind}",
        _ => null,
    };

    private static string Measures(Workspace workspace, Declared keyResult)
    {
        var metrics = workspace.Modules.Single(m => m.Name == keyResult.Module).Objectives.SelectMany(o => o.KeyResults).Where(k => k.Id == keyResult.Id)
            .SelectMany(k => k.Metrics).Where(m => !m.IsAnonymous).Select(m => $"`{m.Name}`").ToList();
        return metrics.Count > 0 ? $" It measures {string.Join(", ", metrics)}." : $" Its formula is `{keyResult.Formula}`.";
    }
}
