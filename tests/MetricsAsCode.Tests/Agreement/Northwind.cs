using MetricsAsCode.Compiler.Planning;
using MetricsAsCode.Compiler.Planning.Model;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Data;
using MetricsAsCode.Differential.Foreign;
using MetricsAsCode.Engines;
using MetricsAsCode.Engines.Loading;
using MetricsAsCode.Results;
using MetricsAsCode.Time;

namespace MetricsAsCode.Tests.Agreement;

/// <summary>The shipped Northwind definitions over the shipped data, on both engines, read once for all tests.</summary>
internal static class Northwind
{
    private static readonly Lazy<ModuleSymbol> Bound = new(() => Workspace.Load("metrics-defs/northwind", Repository.Root).Modules.Single());

    private static readonly Lazy<Plan> Planned = new(() => Planner.Plan(Module, Dimensions));

    private static readonly Lazy<IReadOnlyDictionary<string, DataFrame>> Read = new(() => new DataCatalogue(Repository.Root).Open(Plan));

    private static readonly Lazy<ModuleEngine> Calculator = new(() => ModuleEngine.Of(Plan, EngineKind.Compiled));

    private static readonly Lazy<ModuleEngine> Tables = new(() => ModuleEngine.Of(Plan, EngineKind.DuckDb));

    private static readonly Lazy<ModuleEngine> ServerTables = new(() => ModuleEngine.Of(Plan, EngineKind.Postgres));

    private static readonly Lazy<IMetricEngine> OpenServer = new(() => ServerTables.Value.Open(Read.Value));

    public static ModuleSymbol Module => Bound.Value;

    public static Plan Plan => Planned.Value;

    /// <summary>Every column that a breakdown can be asked for.</summary>
    public static IEnumerable<ColumnSymbol> Dimensions => Module.Sources
        .SelectMany(s => s.Columns)
        .Where(c => c.Name is "country" or "ship_via" or "ship_country" or "employee_id" or "product_id" or "shipped_date");

    public static IMetricEngine Compiled(Instant? asOf = null) => Calculator.Value.Open(Read.Value, asOf);

    public static IMetricEngine Database(Instant? asOf = null) => Tables.Value.Open(Read.Value, asOf);

    public static IMetricEngine Server(Instant? asOf = null) => asOf is null ? OpenServer.Value : ServerTables.Value.Open(Read.Value, asOf);

    /// <summary>PostgreSQL whose tables lie on three other servers.</summary>
    public static IMetricEngine OnShards() => ForeignTables.Module(Plan, shards: 3).Open(Read.Value);

    public static IMetricEngine Reference(Instant? asOf = null) => ModuleEngine.Of(Plan, EngineKind.Reference).Open(Read.Value, asOf);

    public static IEnumerable<ColumnSymbol> DimensionsOf(MetricSymbol metric) =>
        Dimensions.Where(d => DimensionReach.WithoutPath(Plan, metric, d).Count == 0);
}
