using System.Collections.Concurrent;
using MetricsAsCode.Compiler.Planning;
using MetricsAsCode.Compiler.Planning.Model;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Data;
using MetricsAsCode.Engines;
using MetricsAsCode.Engines.Loading;
using MetricsAsCode.Results;
using MetricsAsCode.Simulation;

namespace MetricsAsCode.Tests.Agreement;

/// <summary>What is asked of a module of the catalogue, and what its calculator answers: read and computed once for all engines that are compared.</summary>
internal sealed class AskedCatalogue
{
    // Where a statement costs much, each so many metrics are broken down, by one column.
    private const int Few = 6;

    private static readonly ConcurrentDictionary<string, Lazy<AskedCatalogue>> Asked = new(StringComparer.Ordinal);

    // Running and finished ones. The data of Northwind end on 1998-05-06, those of the others in the summer of 2026.
    private static readonly Period[] Simulated = [Period.Quarter(2026, 2), Period.Quarter(2026, 3), Period.Month(2026, 6), Period.Week(2026, 25), Period.Day(new DateOnly(2026, 6, 30))];
    private static readonly Period[] Recorded = [Period.Quarter(1998, 1), Period.Quarter(1998, 2), Period.Month(1998, 4), Period.Week(1998, 10), Period.Day(new DateOnly(1998, 5, 6))];

    private readonly Lazy<IReadOnlyList<MetricResult>> answers;
    private readonly IReadOnlyList<ColumnSymbol> dimensions;
    private readonly Period[] periods;

    private AskedCatalogue(string name)
    {
        var module = Workspace.Load("metrics-defs", Repository.Root).Modules.Single(m => m.Name == name);
        dimensions = [.. module.Sources.SelectMany(s => s.Columns.Where(c => c.IsClosed || c is { Source.Name: "customers", Name: "country" }))];
        periods = name == "northwind" ? Recorded : Simulated;
        Plan = Planner.Plan(module, dimensions);
        Data = new DataCatalogue(Repository.Root).Open(Plan);
        // It lives as long as the process.
        Calculator = ModuleEngine.Of(Plan, EngineKind.Compiled).Open(Data);
        Requests = [.. Each(periods), .. module.Metrics.SelectMany(m => BrokenDown(m))];
        answers = new Lazy<IReadOnlyList<MetricResult>>(() => Calculator.Evaluate(Requests, default));
    }

    /// <summary>The modules.</summary>
    public static IEnumerable<string> Names => Simulations.Names.Append("northwind");

    public Plan Plan { get; }

    public IReadOnlyDictionary<string, DataFrame> Data { get; }

    public IMetricEngine Calculator { get; }

    /// <summary>Every metric in every period, and by every column that it can be broken down by.</summary>
    public IReadOnlyList<MetricRequest> Requests { get; }

    public IReadOnlyList<MetricResult> Answers => answers.Value;

    /// <summary>Every metric in three periods, a few of them broken down.</summary>
    public IReadOnlyList<MetricRequest> FewRequests =>
        [.. Each([periods[0], periods[2], periods[3]]), .. Plan.Module.Metrics.Where((_, i) => i % Few == 0).SelectMany(m => BrokenDown(m).Take(1))];

    public static AskedCatalogue Of(string name) => Asked.GetOrAdd(name, static n => new Lazy<AskedCatalogue>(() => new AskedCatalogue(n))).Value;

    private IEnumerable<MetricRequest> Each(Period[] of) => Plan.Module.Metrics.Select(m => new MetricRequest(m.QualifiedName, of));

    private IEnumerable<MetricRequest> BrokenDown(MetricSymbol metric) => dimensions.Where(d => DimensionReach.WithoutPath(Plan, metric, d).Count == 0)
        .Select(d => new MetricRequest(metric.QualifiedName, [periods[2]], new Dimension(d.Source.Name, d.Name)));
}
