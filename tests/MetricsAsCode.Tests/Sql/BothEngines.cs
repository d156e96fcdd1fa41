using MetricsAsCode.Compiler.Planning;
using MetricsAsCode.Engines;
using MetricsAsCode.Engines.Loading;
using MetricsAsCode.Results;
using MetricsAsCode.Tests.Cli;

namespace MetricsAsCode.Tests.Sql;

/// <summary>All metrics of a module in March 2026, by the database and by the reference evaluator.</summary>
internal static class BothEngines
{
    public static IReadOnlyList<MetricResult> ShouldAgree(string definitions, params (string Name, string Rows)[] files)
    {
        using var sandbox = new Sandbox();
        sandbox.Write("all/all.metrics", definitions);
        foreach (var (name, rows) in files)
            sandbox.Write($"all/{name}", rows);
        var workspace = Workspace.Load("all", sandbox.Root);
        workspace.HasErrors.ShouldBeFalse(string.Join("\n", workspace.Diagnostics));
        var module = workspace.Modules.Single();
        var plan = Planner.Plan(module);
        var frames = new DataCatalogue(sandbox.Root).Open(plan);
        List<MetricRequest> requests = [.. module.Metrics.Select(m => new MetricRequest(m.QualifiedName, [Period.Month(2026, 3)]))];
        using var database = ModuleEngine.Of(plan, EngineKind.DuckDb);
        using var reference = ModuleEngine.Of(plan, EngineKind.Reference);
        var found = database.Open(frames).Evaluate(requests, default);
        Agreement.Agreement.Differences(found, reference.Open(frames).Evaluate(requests, default)).ShouldBeEmpty();
        return found;
    }
}
