using System.Globalization;
using MetricsAsCode.Cli.Naming;
using MetricsAsCode.Compiler.Binding.Model.Printing;
using MetricsAsCode.Compiler.Planning;
using MetricsAsCode.Compiler.Planning.Model;
using MetricsAsCode.Compiler.Symbols;

namespace MetricsAsCode.Cli.Explaining;

/// <summary>A metric's definition in lines: what it says of itself, what it rests on, and who rests on it.</summary>
internal static class MetricDescription
{
    private const int Indent = 13;

    public static IEnumerable<string> Lines(NamedMetric named, Plan plan)
    {
        var (module, metric) = (named.Module, named.Metric);
        yield return metric.Label is { } label ? $"{metric.QualifiedName}: {label}" : metric.QualifiedName;
        foreach (string line in metric.Description?.Split('\n') ?? [])
            yield return $"  {line.TrimEnd()}";
        foreach (var (name, text) in Facts(module, metric, plan).Where(f => f.Text.Length > 0))
            yield return $"  {name.PadRight(Indent)}{text}";
    }

    private static IEnumerable<(string Name, string Text)> Facts(ModuleSymbol module, MetricSymbol metric, Plan plan)
    {
        yield return ("formula", metric.Formula);
        yield return ("means", MeasurePrinter.Print(metric.Body) is var expanded && expanded != metric.Formula ? expanded : "");
        yield return ("unit", metric.Display is { } display ? $"{metric.Unit}, shown as {Words(display)}" : metric.Unit.ToString());
        yield return ("responses", metric.Sample is { } sample ? MeasurePrinter.Print(sample.ResponseRate) + (sample.IsProportion ? ", with an interval around the value" : "") : "");
        yield return ("every", metric.Every?.ToString().ToLowerInvariant() ?? "");
        yield return ("by", metric.By?.ToString() ?? "");
        yield return ("better", metric.Better == Direction.None ? "" : metric.Better.ToString().ToLowerInvariant());
        yield return ("owner", metric.Owner ?? "");
        yield return ("tags", string.Join(", ", metric.Tags));
        yield return ("metrics", string.Join(", ", MetricsNamed.In(metric).Select(m => Name(module, m))));
        yield return ("sources", string.Join(", ", DimensionReach.SourcesOf(plan, metric).Select(s => plan.NameOf(s))));
        yield return ("used by", string.Join(", ", Users(module, metric)));
        yield return ("defined in", string.Create(CultureInfo.InvariantCulture, $"{metric.Location.Text.Path}:{metric.Location.Start.Line}"));
    }

    private static IEnumerable<string> Users(ModuleSymbol module, MetricSymbol metric) =>
        module.Metrics.Where(m => MetricsNamed.In(m).Contains(metric)).Select(m => m.Name)
            .Concat(module.Objectives.SelectMany(o => o.KeyResults).Where(k => k.Metrics.Contains(metric) || k.Supporting.Contains(metric)).Select(k => k.Id))
            .Concat(ReferenceEquals(module.Product.NorthStar, metric) ? ["north star"] : []);

    private static string Name(ModuleSymbol module, MetricSymbol metric) =>
        string.Equals(metric.Module, module.Name, StringComparison.Ordinal) ? metric.Name : metric.QualifiedName;

    private static string Words(Display display) => display.Kind switch
    {
        DisplayKind.Score when display.Base != 0 => FormattableString.Invariant($"score of {display.Base}"),
        DisplayKind.Per => FormattableString.Invariant($"per {display.Base}"),
        _ => display.Kind.ToString().ToLowerInvariant(),
    };
}
