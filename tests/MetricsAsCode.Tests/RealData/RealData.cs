using MetricsAsCode.Compiler.Planning;
using MetricsAsCode.Compiler.Planning.Model;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Data;
using MetricsAsCode.Engines;
using MetricsAsCode.Engines.Loading;
using MetricsAsCode.Results;
using MetricsAsCode.Tests.DuckDb;
using MetricsAsCode.Tests.Emit;
using MetricsAsCode.Time;

namespace MetricsAsCode.Tests.RealData;

/// <summary>
/// Definitions over a real data set that may not be kept in this repository. METRICS_REAL_DATA names the folder that holds the sets;
/// else it is <c>shared/data</c> beside the checkout.
/// </summary>
internal sealed class RealData
{
    private readonly Plan _plan;
    private readonly IReadOnlyDictionary<string, DataFrame> _data;
    private readonly List<IMetricEngine> _engines = [];

    public RealData(string name)
    {
        var module = Workspace.Load($"tests/MetricsAsCode.Tests/RealData/{name}.metrics", Repository.Root).Modules.Single();
        _plan = Planner.Plan(module, Dimensions(module));
        var places = module.Sources.ToDictionary(s => s.Name, s => Path.Combine(Folder, name, s.Place), StringComparer.Ordinal);
        _data = new DataCatalogue(Folder, places).Open(_plan);
        _engines.Add(ModuleEngine.Of(_plan, EngineKind.Reference).Open(_data, null));
        _engines.Add(ModuleEngine.Of(_plan, EngineKind.Compiled).Open(_data, null));
        if (DuckDbPresence.IsThere)
        {
            _engines.Add(ModuleEngine.Of(_plan, EngineKind.DuckDb).Open(_data, null));
        }
    }

    /// <summary>Why a set is not there, or null.</summary>
    public static string? Missing(string name) => Directory.Exists(Path.Combine(Folder, name))
        ? null
        : $"The data set {name} is not on this machine: METRICS_REAL_DATA names the folder that holds it.";

    private static string Folder { get; } =
        Environment.GetEnvironmentVariable("METRICS_REAL_DATA") ?? Path.GetFullPath(Path.Combine(Repository.Root, "..", "shared", "data"));

    /// <summary>One result, on which every engine agrees.</summary>
    public MetricResult Result(string metric, Period period) => Results(metric, period, null).Single();

    /// <summary>The results of a breakdown, on which every engine agrees.</summary>
    public IReadOnlyList<MetricResult> Results(string metric, Period period, Dimension? by)
    {
        MetricRequest[] request = [new($"{_plan.Module.Name}.{metric}", [period], by)];
        var results = _engines.Select(e => e.Evaluate(request, default)).ToList();
        foreach (var other in results.Skip(1))
        {
            Agreement.Agreement.Differences(results[0], other).ShouldBeEmpty();
        }

        return results[0];
    }

    private static IEnumerable<ColumnSymbol> Dimensions(ModuleSymbol module) => module.Sources.SelectMany(s => s.Columns).Where(c => c.IsClosed);
}

/// <summary>Cases about a real data set: skipped, with the reason, where it is not there.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class RealDataTheoryAttribute : TheoryAttribute
{
    public RealDataTheoryAttribute(string name) => Skip = RealData.Missing(name);
}
