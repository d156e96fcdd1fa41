using MetricsAsCode.Cli.Listing;
using MetricsAsCode.Cli.Naming;
using MetricsAsCode.Engines.Loading;

namespace MetricsAsCode.Cli.Explaining;

/// <summary>What has no number of its own, but parts or members that do: what it says of itself, and their names.</summary>
internal static class PartsDescription
{
    public static IEnumerable<string> Lines(Workspace workspace, string written, IReadOnlyList<NamedMetric> parts)
    {
        string module = parts[0].Module.Name;
        var owner = DeclarationList.Of(workspace).First(d => d.Module == module && (d.Id == written || $"{d.Module}.{d.Id}" == written));
        yield return owner.Label is { } label ? $"{module}.{owner.Id}: {label}" : $"{module}.{owner.Id}";
        foreach (string line in owner.Description?.Split('\n') ?? [])
            yield return $"  {line.TrimEnd()}";
        string sort = owner.Kind == "metric" ? "A metric with parts, each a number of its own" : $"A {owner.Kind}, whose members are metrics";
        yield return $"  {sort}: {string.Join(", ", parts.Select(p => p.Metric.Name))}";
    }
}
