using MetricsAsCode.Cli;
using MetricsAsCode.Cli.Terminal;
using MetricsAsCode.Compiler.Planning;
using MetricsAsCode.Compiler.Planning.Model;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Engines;
using MetricsAsCode.Engines.Loading;
using MetricsAsCode.Results;
using MetricsAsCode.Simulation;
using MetricsAsCode.Tests.DuckDb;
using MetricsAsCode.Tests.Postgres;
using MetricsAsCode.Time;

namespace MetricsAsCode.Tests.Agreement;

/// <summary>Over the simulated data, the engines give the same result for every metric of the catalogue: in running and finished periods, and by every closed column.</summary>
public sealed class CatalogueAgreementTests
{
    private static readonly Period[] Periods =
        [Period.Quarter(2026, 2), Period.Quarter(2026, 3), Period.Month(2026, 6), Period.Week(2026, 25), Period.Day(new DateOnly(2026, 6, 30))];

    public static TheoryData<string> Modules => [.. Simulations.Names];

    [DuckDbTheory]
    [MemberData(nameof(Modules))]
    public void Calculators_and_DuckDB_agree_on_every_metric_period_and_breakdown(string name) => Agree(name, EngineKind.DuckDb);

    [PostgresTheory]
    [MemberData(nameof(Modules))]
    public void Calculators_and_PostgreSQL_agree_on_every_metric_period_and_breakdown(string name)
    {
        PostgresPresence.IsThere.ShouldBeTrue();
        Agree(name, EngineKind.Postgres);
    }

    private static void Agree(string name, EngineKind kind)
    {
        var (plan, dimensions) = Planned(name);
        List<MetricRequest> requests = [.. plan.Module.Metrics.Select(m => new MetricRequest($"{name}.{m.Name}", Periods))];
        foreach (var metric in plan.Module.Metrics)
        {
            requests.AddRange(dimensions.Where(d => DimensionReach.WithoutPath(plan, metric, d).Count == 0)
                .Select(d => new MetricRequest($"{name}.{metric.Name}", [Period.Month(2026, 6)], new Dimension(d.Source.Name, d.Name))));
        }

        var data = new DataCatalogue(Repository.Root).Open(plan);
        using var compiled = ModuleEngine.Of(plan, EngineKind.Compiled);
        using var database = ModuleEngine.Of(plan, kind);
        var calculated = compiled.Open(data, null).Evaluate(requests, default);
        calculated.Count.ShouldBeGreaterThan(requests.Count);
        var opened = database.Open(data, null);
        using (opened as IDisposable)
            Agreement.Differences(calculated, opened.Evaluate(requests, default)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("reference")]
    [InlineData("compiled")]
    public void Every_test_beside_the_definitions_holds(string engine) => TestsHold(engine);

    [DuckDbFact]
    public void Every_test_beside_the_definitions_holds_in_DuckDB() => TestsHold("duckdb");

    [PostgresFact]
    public void Every_test_beside_the_definitions_holds_in_PostgreSQL()
    {
        PostgresPresence.IsThere.ShouldBeTrue();
        TestsHold("postgres");
    }

    private static void TestsHold(string engine)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        MetricsTool.Run(["test", "metrics-defs", "--engine", engine], new ToolConsole(output, error), Repository.Root).ShouldBe(0, output.ToString());
        output.ToString().ShouldContain("all passed");
        error.ToString().ShouldBeEmpty();
    }

    private static (Plan Plan, List<ColumnSymbol> Dimensions) Planned(string name)
    {
        var module = Workspace.Load("metrics-defs", Repository.Root).Modules.Single(m => m.Name == name);
        var dimensions = module.Sources.SelectMany(s => s.Columns.Where(c => c.IsClosed)).ToList();
        return (Planner.Plan(module, dimensions), dimensions);
    }
}
