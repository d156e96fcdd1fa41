using MetricsAsCode.Cli.Verbs;
using MetricsAsCode.Compiler.Planning;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Engines;
using MetricsAsCode.Engines.Loading;
using MetricsAsCode.Engines.Sql;
using MetricsAsCode.Time;

namespace MetricsAsCode.Cli.Computing;

/// <summary>Where the rows lie, how far they count, and what computes.</summary>
internal sealed record DataAccess(DataCatalogue Catalogue, DateOnly? LastDay, EngineChoice Engine)
{
    /// <summary>Reads what a few metrics need, and binds it to an engine. Sources that say how far the data reach are always among it.</summary>
    /// <param name="module">A module without errors.</param>
    /// <param name="metrics">Metrics of it.</param>
    /// <param name="dimensions">Columns that they will be broken down by.</param>
    /// <param name="stop">Stops the reading.</param>
    public OpenModule Open(ModuleSymbol module, IEnumerable<MetricSymbol> metrics, IEnumerable<ColumnSymbol> dimensions, CancellationToken stop)
    {
        var asked = module with { Metrics = [.. metrics.Distinct()], Objectives = [], Scorecards = [], Product = module.Product with { NorthStar = null } };
        return Open(asked, dimensions, stop);
    }

    /// <summary>Reads what the module's metrics, objectives and scorecards need, and binds it to an engine.</summary>
    public OpenModule Open(ModuleSymbol module, CancellationToken stop) => Open(module, [], stop);

    private OpenModule Open(ModuleSymbol module, IEnumerable<ColumnSymbol> dimensions, CancellationToken stop)
    {
        var plan = Planner.Plan(module with { Tests = [] }, dimensions);
        var calendar = Calendars.Of(module.Product);
        Instant? asOf = LastDay is { } day ? calendar.StartOf(day.AddDays(1)) : null;
        if (Engine.File is { } database)
            return new OpenModule(module, DatabaseFile.Open(plan, database, asOf));
        var frames = Catalogue.Open(plan, stop);
        using var engine = ModuleEngine.Of(plan, Engine.Kind);
        return new OpenModule(module, engine.Open(frames, asOf));
    }
}
