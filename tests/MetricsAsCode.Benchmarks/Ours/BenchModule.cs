using MetricsAsCode.Compiler.Planning;
using MetricsAsCode.Compiler.Planning.Model;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Data;
using MetricsAsCode.Engines.Loading;
using MetricsAsCode.Time;

namespace MetricsAsCode.Benchmarks.Ours;

/// <summary>A module of definitions, and plans for a few of its metrics as <c>metrics run</c> makes them.</summary>
internal sealed class BenchModule
{
    /// <summary>All rows lie before it, and so does the end of every window that begins in 2025.</summary>
    public static readonly DateOnly LastDay = new(2026, 1, 31);

    private readonly string folder;
    private readonly ModuleSymbol module;

    public BenchModule(string folder)
    {
        this.folder = folder;
        var workspace = Workspace.Load(folder, folder);
        if (workspace.HasErrors)
            throw new InvalidOperationException($"The definitions in {folder} do not compile:\n{string.Join('\n', workspace.Diagnostics)}");
        module = workspace.Modules.Single();
    }

    /// <summary>The definitions that lie beside the program.</summary>
    public static string Folder => Path.Combine(AppContext.BaseDirectory, "definitions");

    /// <summary>The metrics that are declared, without members of funnels.</summary>
    public IReadOnlyList<string> Metrics => [.. module.Metrics.Where(m => m.MemberOf is null).Select(m => m.Name)];

    public Plan Plan(IEnumerable<string> metrics, params IEnumerable<string> dimensions) => Planner.Plan(
        module with { Metrics = [.. metrics.Select(Metric)], Objectives = [], Scorecards = [], Journey = null, Tests = [], Product = module.Product with { NorthStar = null } },
        dimensions.Select(Dimension));

    /// <summary>Reads what a plan needs of a file of orders.</summary>
    public IReadOnlyDictionary<string, DataFrame> Read(Plan plan, string orders) =>
        new DataCatalogue(folder, new Dictionary<string, string>(StringComparer.Ordinal) { ["orders"] = Path.GetFullPath(orders) }).Open(plan);

    /// <summary>The end of <see cref="LastDay"/>.</summary>
    public Instant AsOf => Calendars.Of(module.Product).StartOf(LastDay.AddDays(1));

    private MetricSymbol Metric(string name) => module.Metric(name) ?? throw new ArgumentException($"There is no metric `{name}`.", nameof(name));

    private ColumnSymbol Dimension(string column) => module.Dimension("orders", column) ?? throw new ArgumentException($"There is no column `{column}`.", nameof(column));
}
