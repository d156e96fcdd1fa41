using MetricsAsCode.Calculation;
using MetricsAsCode.Cli;
using MetricsAsCode.Cli.Terminal;
using MetricsAsCode.Compiler.Planning;
using MetricsAsCode.Compiler.Planning.Model;
using MetricsAsCode.Data;
using MetricsAsCode.Engines;
using MetricsAsCode.Engines.Compiled;
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
        var (plan, requests) = Asked(name);
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
    [MemberData(nameof(Modules))]
    public void Calculators_give_the_same_bits_with_one_thread_and_with_two_and_for_rows_in_any_order(string name)
    {
        var (plan, requests) = Asked(name);
        var data = new DataCatalogue(Repository.Root).Open(plan);
        using var compiled = CalculatorCompiler.Compile(plan);
        var one = compiled.Create(data, new CalculatorOptions { Threads = 1 }).Evaluate(requests);
        compiled.Create(data, new CalculatorOptions { Threads = 2 }).Evaluate(requests).ShouldBe(one);
        var random = new Random(7);
        var shuffled = data.ToDictionary(d => d.Key, d => Shuffled(d.Value, random));
        compiled.Create(shuffled, new CalculatorOptions { Threads = 2 }).Evaluate(requests).ShouldBe(one);
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

    private static DataFrame Shuffled(DataFrame frame, Random random)
    {
        int[] rows = [.. Enumerable.Range(0, frame.RowCount)];
        random.Shuffle(rows);
        return new DataFrame(frame.Name, frame.RowCount, [.. frame.Columns.Select(c => c.Pick(rows))]);
    }

    private static (Plan Plan, List<MetricRequest> Requests) Asked(string name)
    {
        var module = Workspace.Load("metrics-defs", Repository.Root).Modules.Single(m => m.Name == name);
        var dimensions = module.Sources.SelectMany(s => s.Columns.Where(c => c.IsClosed)).ToList();
        var plan = Planner.Plan(module, dimensions);
        List<MetricRequest> requests = [.. plan.Module.Metrics.Select(m => new MetricRequest($"{name}.{m.Name}", Periods))];
        foreach (var metric in plan.Module.Metrics)
        {
            requests.AddRange(dimensions.Where(d => DimensionReach.WithoutPath(plan, metric, d).Count == 0)
                .Select(d => new MetricRequest($"{name}.{metric.Name}", [Period.Month(2026, 6)], new Dimension(d.Source.Name, d.Name))));
        }

        return (plan, requests);
    }
}
