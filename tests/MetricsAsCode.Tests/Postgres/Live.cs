using MetricsAsCode.Compiler.Planning;
using MetricsAsCode.Data;
using MetricsAsCode.Engines.Loading;
using MetricsAsCode.Engines.Postgres;
using MetricsAsCode.Engines.Sql;
using MetricsAsCode.Results;
using MetricsAsCode.Time;

namespace MetricsAsCode.Tests.Postgres;

/// <summary>The shop's tables, opened in this process.</summary>
internal static class Live
{
    public static SqlEngine Open(LiveShop shop, string? connection = null)
    {
        var module = Workspace.Load("metrics-defs", shop.Folder.Root).Modules.Single();
        var plan = Planner.Plan(module with { Tests = [], Objectives = [], Scorecards = [] });
        // References are not part of it: the reader of the test may read orders only.
        return (SqlEngine)PostgresDatabase.Open(plan, new Dictionary<string, DataFrame>(), null, PostgresSettings.Read(connection ?? shop.Server.ConnectionString), default);
    }

    public static string Value(IMetricEngine engine, string metric) =>
        engine.Evaluate([new MetricRequest(metric, [Period.Month(2026, 1)])], default)[0].Measurement.Value.ToString();

    public static string Revenue(LiveShop shop, string connection)
    {
        using var engine = Open(shop, connection);
        return Value(engine, "shop.revenue");
    }
}
