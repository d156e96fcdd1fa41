using MetricsAsCode.Compiler.Planning;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Engines;
using MetricsAsCode.Engines.Loading;
using MetricsAsCode.Results;
using MetricsAsCode.Tests.Cli;
using MetricsAsCode.Tests.DuckDb;

namespace MetricsAsCode.Tests.Reuse;

/// <summary>Definitions and data of a small module, computed by every engine of this machine; they must agree.</summary>
internal static class Everywhere
{
    /// <summary>The value of a metric; files beside the definitions as (name, content).</summary>
    public static string Value(string definitions, string metric, Period period, params (string Name, string Content)[] files) =>
        Compute(definitions, metric, period, null, files).ShouldHaveSingleItem().Measurement.Value.ToString();

    /// <summary>The groups of a metric and their values, as <c>group value</c>.</summary>
    public static IEnumerable<string> Groups(string definitions, string metric, Period period, string by, params (string Name, string Content)[] files) =>
        Compute(definitions, metric, period, by, files).Where(r => r.IsGroup).Select(r => $"{r.Group ?? "(missing)"} {r.Measurement.Value}");

    public static IReadOnlyList<MetricResult> Compute(string definitions, string metric, Period period, string? by, params (string Name, string Content)[] files)
    {
        using var sandbox = new Sandbox();
        sandbox.Write("all/all.metrics", definitions);
        foreach (var (name, content) in files)
            sandbox.Write($"all/{name}", content);
        var workspace = Workspace.Load("all", sandbox.Root);
        workspace.Diagnostics.Where(d => d.IsError).Select(d => d.ToString()).ShouldBeEmpty();
        string owner = metric[..metric.IndexOf('.', StringComparison.Ordinal)];
        var module = workspace.Modules.Single(m => m.Name == owner);
        var dimension = by is null ? null : Column(module, by);
        var plan = Planner.Plan(module, dimension is null ? [] : [dimension]);
        var frames = new DataCatalogue(sandbox.Root).Open(plan);
        MetricRequest[] requests = [new(metric, [period], dimension is null ? null : new Dimension(plan.NameOf(dimension.Source), dimension.Name))];
        using var compiled = ModuleEngine.Of(plan, EngineKind.Compiled);
        var expected = ModuleEngine.Of(plan, EngineKind.Reference).Open(frames).Evaluate(requests, default);
        Agreement.Agreement.Differences(compiled.Open(frames).Evaluate(requests, default), expected).ShouldBeEmpty();
        if (DuckDbPresence.IsThere)
        {
            using var database = ModuleEngine.Of(plan, EngineKind.DuckDb);
            Agreement.Agreement.Differences(database.Open(frames).Evaluate(requests, default), expected).ShouldBeEmpty();
        }

        return expected;
    }

    private static ColumnSymbol Column(ModuleSymbol module, string by)
    {
        string[] parts = by.Split('.');
        return parts.Length == 1 ? module.Segments.Single(s => s.Name == by).Column : module.Sources.Single(s => s.Name == parts[0]).Column(parts[1])!;
    }
}
