using MetricsAsCode.Compiler.Planning;
using MetricsAsCode.Data;
using MetricsAsCode.Engines.ClickHouse;
using MetricsAsCode.Engines.Loading;
using MetricsAsCode.Results;
using MetricsAsCode.Tests.Cli;

namespace MetricsAsCode.Tests.ClickHouse;

/// <summary>A module over tables of a server.</summary>
internal static class LiveModule
{
    /// <summary>Its metrics in March, in the order in which they are written.</summary>
    public static IReadOnlyList<string> Evaluate(string address, string definitions)
    {
        using var sandbox = new Sandbox();
        sandbox.Write("all/all.metrics", definitions);
        var workspace = Workspace.Load("all", sandbox.Root);
        workspace.Diagnostics.Where(d => d.IsError).Select(d => d.ToString()).ShouldBeEmpty();
        var module = workspace.Modules.Single();
        var asOf = Calendars.Of(module.Product).StartOf(new DateOnly(2026, 5, 1));
        var engine = ClickHouseDatabase.Open(Planner.Plan(module), new Dictionary<string, DataFrame>(), asOf, ClickHouseAddress.Read(address), default);
        using (engine as IDisposable)
            return [.. engine.Evaluate([.. module.Metrics.Select(m => new MetricRequest(m.QualifiedName, [Period.Month(2026, 3)]))], default).Select(r => r.Measurement.Value.ToString())];
    }
}
