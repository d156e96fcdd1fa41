using MetricsAsCode.Compiler.Planning;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Engines;
using MetricsAsCode.Engines.Loading;
using MetricsAsCode.Time;

namespace MetricsAsCode.Cli.Computing;

/// <summary>Where the rows lie, how far they count, and what computes.</summary>
internal sealed record DataAccess(DataCatalogue Catalogue, DateOnly? LastDay, EngineKind Kind)
{
    /// <summary>Reads the module's data and binds them to an engine.</summary>
    /// <param name="module">A module without errors.</param>
    /// <param name="dimensions">Columns that results will be broken down by.</param>
    /// <param name="stop">Stops the reading.</param>
    public OpenModule Open(ModuleSymbol module, IEnumerable<ColumnSymbol> dimensions, CancellationToken stop)
    {
        var plan = Planner.Plan(module, dimensions);
        var calendar = CalendarOf(module);
        var frames = Catalogue.Open(plan, stop);
        Instant? asOf = LastDay is { } day ? calendar.StartOf(day.AddDays(1)) : null;
        using var engine = ModuleEngine.Of(plan, Kind);
        return new OpenModule(module, plan, engine.Open(frames, asOf));
    }

    private static Calendar CalendarOf(ModuleSymbol module)
    {
        try
        {
            return Calendars.Of(module.Product);
        }
        catch (TimeZoneNotFoundException e)
        {
            throw new ToolException(ExitCode.Usage, $"This machine does not know the time zone `{module.Product.TimeZone}` of `{module.Name}`. Write an IANA name such as \"Europe/Berlin\", or install the system's time zone data.", e);
        }
    }
}
