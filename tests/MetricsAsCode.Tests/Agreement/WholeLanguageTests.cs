using System.Globalization;
using System.Text;
using MetricsAsCode.Compiler.Planning;
using MetricsAsCode.Engines;
using MetricsAsCode.Engines.Loading;
using MetricsAsCode.Results;
using MetricsAsCode.Tests.Cli;
using MetricsAsCode.Tests.DuckDb;
using MetricsAsCode.Tests.Postgres;

namespace MetricsAsCode.Tests.Agreement;

/// <summary>
/// One metric for every construct of the language, over random rows with missing values, equal times, a zone with daylight saving, rows behind the as-of and customers
/// without orders: the calculator, DuckDB, PostgreSQL and the reference evaluator agree on every period and breakdown.
/// </summary>
public sealed class WholeLanguageTests : IDisposable
{
    private static readonly Period[] Periods =
    [
        Period.Year(2026), Period.Quarter(2026, 1), Period.Quarter(2026, 2), Period.FiscalQuarter(2026, 4), Period.Month(2026, 3), Period.Month(2026, 11),
        Period.Week(2026, 13), Period.Day(new DateOnly(2026, 3, 29)), Period.Range(new DateOnly(2026, 1, 20), new DateOnly(2026, 4, 5)), Period.Year(2020),
    ];

    private readonly Sandbox sandbox = new();

    public static TheoryData<int> Seeds => [1, 2, 3];

    public void Dispose() => sandbox.Dispose();

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Engines_agree_on_every_construct(int seed)
    {
        RandomShop.Write(sandbox, new Random(seed));
        var workspace = Workspace.Load("all", sandbox.Root);
        workspace.Diagnostics.Select(d => d.ToString()).ShouldBeEmpty();
        var module = workspace.Modules.Single();
        var dimensions = module.Sources.SelectMany(s => s.Columns).Where(c => c.Name is "city" or "tier" or "channel" or "gift" or "rating" or "level").ToList();
        var plan = Planner.Plan(module, dimensions);
        var frames = new DataCatalogue(sandbox.Root).Open(plan);
        var requests = new List<MetricRequest>();
        foreach (var metric in module.Metrics)
        {
            requests.Add(new MetricRequest(metric.QualifiedName, Periods));
            requests.AddRange(dimensions
                .Where(d => DimensionReach.WithoutPath(plan, metric, d).Count == 0)
                .Select(d => new MetricRequest(metric.QualifiedName, Periods[..6], new Dimension(d.Source.Name, d.Name))));
        }

        var calculated = ModuleEngine.Of(plan, EngineKind.Compiled).Open(frames).Evaluate(requests, default);
        var expected = ModuleEngine.Of(plan, EngineKind.Reference).Open(frames).Evaluate(requests, default);
        calculated.Count(r => r.Measurement.Value.HasValue).ShouldBeGreaterThan(calculated.Count / 3);
        Agreement.Differences(calculated, expected).ShouldBeEmpty();
        EngineKind[] databases = [.. DuckDbPresence.IsThere ? [EngineKind.DuckDb] : Array.Empty<EngineKind>(), .. seed == 1 && PostgresPresence.IsThere ? [EngineKind.Postgres] : Array.Empty<EngineKind>()];
        foreach (var kind in databases)
        {
            using var database = ModuleEngine.Of(plan, kind);
            var opened = database.Open(frames);
            using (opened as IDisposable)
                Agreement.Differences(opened.Evaluate(requests, default), expected).ShouldBeEmpty($"{kind}");
        }
    }
}
