using MetricsAsCode.Compiler.Planning;
using MetricsAsCode.Compiler.Planning.Model;
using MetricsAsCode.Data;
using MetricsAsCode.Engines;
using MetricsAsCode.Engines.Loading;
using MetricsAsCode.Results;
using MetricsAsCode.Tests.DuckDb;
using MetricsAsCode.Tests.Emit;
using MetricsAsCode.Time;

namespace MetricsAsCode.Tests.Simulation;

/// <summary>A module of `metrics-defs` over the simulated data beside it; the engines must agree on whatever is asked.</summary>
internal sealed class Simulated
{
    private readonly string _module;
    private readonly List<IMetricEngine> _engines = [];

    public Simulated(string module, params string[] dimensions)
    {
        _module = module;
        var symbol = Workspace.Load("metrics-defs", Repository.Root).Modules.Single(m => m.Name == module);
        var plan = Planner.Plan(symbol, symbol.Sources.SelectMany(s => s.Columns.Where(c => c.IsClosed || dimensions.Contains($"{s.Name}.{c.Name}"))));
        var data = new DataCatalogue(Repository.Root).Open(plan);
        _engines.Add(ModuleEngine.Of(plan, EngineKind.Compiled).Open(data, null));
        if (DuckDbPresence.IsThere)
        {
            _engines.Add(ModuleEngine.Of(plan, EngineKind.DuckDb).Open(data, null));
        }
    }

    /// <summary>The only value of a metric in a period, e.g. microseconds of a duration.</summary>
    public double Value(string metric, Period period) => Results(metric, period, null).Single().Measurement.Value.ToDouble();

    /// <summary>The value of each group that has one.</summary>
    public IReadOnlyDictionary<string, double> By(string dimension, string metric, Period period) =>
        By(dimension, metric, period, static result => result);

    /// <summary>Of each group, how many of those asked have answered.</summary>
    public IReadOnlyDictionary<string, double> ResponseRateBy(string dimension, string metric, Period period) =>
        By(dimension, metric, period, static result => result.ResponseRate);

    private Dictionary<string, double> By(string dimension, string metric, Period period, Func<Measurement, Measurement?> what) =>
        Results(metric, period, new Dimension(dimension.Split('.')[0], dimension.Split('.')[1]))
            .Where(r => r.Group is not null && what(r.Measurement) is { Reason: null })
            .ToDictionary(r => r.Group!, r => what(r.Measurement)!.Value.ToDouble(), StringComparer.Ordinal);

    private IReadOnlyList<MetricResult> Results(string metric, Period period, Dimension? by)
    {
        MetricRequest[] request = [new($"{_module}.{metric}", [period], by)];
        var results = _engines.Select(e => e.Evaluate(request, default)).ToList();
        foreach (var other in results.Skip(1))
        {
            Agreement.Agreement.Differences(results[0], other).ShouldBeEmpty();
        }

        return results[0];
    }
}
