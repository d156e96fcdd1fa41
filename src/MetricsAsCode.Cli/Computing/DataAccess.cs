using System.Globalization;
using MetricsAsCode.Cli.Verbs;
using MetricsAsCode.Compiler.Planning;
using MetricsAsCode.Compiler.Planning.Model;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Data;
using MetricsAsCode.Engines;
using MetricsAsCode.Engines.Compiled;
using MetricsAsCode.Engines.Explaining;
using MetricsAsCode.Engines.Loading;
using MetricsAsCode.Engines.Reference;
using MetricsAsCode.Engines.Sql;
using MetricsAsCode.Results;
using MetricsAsCode.Time;

namespace MetricsAsCode.Cli.Computing;

/// <summary>Where the rows lie, how far they count, and what computes.</summary>
internal sealed record DataAccess(DataCatalogue Catalogue, DateOnly? LastDay, EngineChoice Engine)
{
    /// <summary>Where compiled calculators are kept from one run to the next; null for nowhere.</summary>
    public AssemblyCache? Cache { get; init; }

    /// <summary>Where rows go that break their contract; null when they are errors.</summary>
    public Quarantine? Quarantine { get; init; }

    /// <summary>Told what is worth knowing about where the rows go.</summary>
    public Action<string>? Say { get; init; }

    /// <summary>Reads what a few metrics need, and binds it to an engine. Sources that say how far the data reach are always among it.</summary>
    /// <param name="module">A module without errors.</param>
    /// <param name="metrics">Metrics of it.</param>
    /// <param name="dimensions">Columns that they will be broken down by.</param>
    /// <param name="stop">Stops the reading.</param>
    public OpenModule Open(ModuleSymbol module, IEnumerable<MetricSymbol> metrics, IEnumerable<ColumnSymbol> dimensions, CancellationToken stop)
    {
        var asked = dimensions.ToList();
        return Open(Only(module, metrics) with { Segments = [.. module.Segments.Where(s => asked.Contains(s.Column))] }, asked, stop);
    }

    /// <summary>Reads what explaining one metric needs, keys of the rows included, whichever engine computes otherwise.</summary>
    public OpenExplainer OpenToExplain(ModuleSymbol module, MetricSymbol metric, IEnumerable<ColumnSymbol> dimensions, CancellationToken stop)
    {
        var asked = Only(module, [metric]) with { Tests = [] };
        var keys = DimensionReach.SourcesOf(Planner.Plan(asked), metric).SelectMany(s => s.Keys);
        var plan = Planner.Plan(asked, dimensions.Concat(keys));
        var frames = Frames(plan, stop);
        using var engine = ModuleEngine.Of(plan, EngineKind.Reference);
        var reference = (ReferenceEngine)engine.Open(frames, AsOf(module));
        return new OpenExplainer(module, reference, new Explainer(module, reference, frames), frames.Values.Sum(f => (long)f.RowCount));
    }

    /// <summary>Reads what the module's metrics, objectives and scorecards need, and binds it to an engine.</summary>
    public OpenModule Open(ModuleSymbol module, CancellationToken stop) => Open(module, [], stop);

    private OpenModule Open(ModuleSymbol module, IEnumerable<ColumnSymbol> dimensions, CancellationToken stop)
    {
        var plan = Planner.Plan(module with { Tests = [] }, dimensions);
        var asOf = AsOf(module);
        if (Engine.File is { } database)
            return new OpenModule(module, DatabaseFile.Open(plan, database, asOf, stop));
        var frames = Frames(plan, stop);
        if (DatabaseServer.Of(Engine.Kind) is { } server)
            return new OpenModule(module, QuarantinedEngine.Around(OpenServer(server, plan, frames, asOf, stop), plan, frames));
        using var engine = ModuleEngine.Of(plan, Engine.Kind, Cache);
        return new OpenModule(module, QuarantinedEngine.Around(engine.Open(frames, asOf), plan, frames));
    }

    // Rows that are not in the database come to it: that takes time, and is said.
    private IMetricEngine OpenServer(DatabaseServer server, Plan plan, IReadOnlyDictionary<string, DataFrame> frames, Instant? asOf, CancellationToken stop)
    {
        foreach (var source in plan.Sources.Select(s => s.Source).Where(s => s.Table is null && frames.ContainsKey(plan.NameOf(s))))
            Say?.Invoke(string.Create(CultureInfo.InvariantCulture, $"note: `{source.Name}` is no table of {server.Name}: its {frames[plan.NameOf(source)].RowCount} rows are copied into a temporary one."));
        return server.Open(plan, frames, asOf, stop);
    }

    private IReadOnlyDictionary<string, DataFrame> Frames(Plan plan, CancellationToken stop)
    {
        var frames = Catalogue.Open(plan, stop);
        Quarantine?.Take(plan, frames);
        return frames;
    }

    private Instant? AsOf(ModuleSymbol module) => LastDay is { } day ? Calendars.Of(module.Product).StartOf(day.AddDays(1)) : null;

    /// <summary>The module as if it declared nothing to compute but a few metrics.</summary>
    private static ModuleSymbol Only(ModuleSymbol module, IEnumerable<MetricSymbol> metrics) =>
        module with { Metrics = [.. metrics.Distinct()], Objectives = [], Scorecards = [], Journey = null, Product = module.Product with { NorthStar = null } };
}
