using MetricsAsCode.Calculation;
using MetricsAsCode.Cli;
using MetricsAsCode.Cli.Terminal;
using MetricsAsCode.Compiler.Planning.Model;
using MetricsAsCode.Data;
using MetricsAsCode.Differential.Chdb;
using MetricsAsCode.Differential.Foreign;
using MetricsAsCode.Engines;
using MetricsAsCode.Engines.Compiled;
using MetricsAsCode.Tests.ClickHouse;
using MetricsAsCode.Tests.DuckDb;
using MetricsAsCode.Tests.Postgres;

namespace MetricsAsCode.Tests.Agreement;

/// <summary>Over the simulated data, the engines give the same result for every metric of the catalogue: in running and finished periods, and by every closed column.</summary>
public sealed class CatalogueAgreementTests
{
    public static TheoryData<string> Modules => [.. AskedCatalogue.Names];

    [DuckDbTheory]
    [MemberData(nameof(Modules))]
    public void Calculators_and_DuckDB_agree_on_every_metric_period_and_breakdown(string name) => Agree(name, static plan => ModuleEngine.Of(plan, EngineKind.DuckDb));

    [PostgresTheory]
    [MemberData(nameof(Modules))]
    public void Calculators_and_PostgreSQL_agree_on_every_metric_period_and_breakdown(string name)
    {
        PostgresPresence.IsThere.ShouldBeTrue();
        Agree(name, static plan => ModuleEngine.Of(plan, EngineKind.Postgres));
    }

    [PostgresTheory]
    [MemberData(nameof(Modules))]
    public void Calculators_and_PostgreSQL_over_three_servers_agree_on_every_metric(string name)
    {
        PostgresPresence.IsThere.ShouldBeTrue();
        PostgresShards.AreThere.ShouldBeTrue();
        Agree(name, static plan => ForeignTables.Module(plan, shards: 3), onFew: true);
    }

    [ChdbTheory]
    [MemberData(nameof(Modules))]
    public void Calculators_and_ClickHouse_agree_on_every_metric(string name) => Agree(name, static plan => ChdbConnection.Module(plan), onFew: true);

    private static void Agree(string name, Func<Plan, ModuleEngine> open, bool onFew = false)
    {
        var asked = AskedCatalogue.Of(name);
        var requests = onFew ? asked.FewRequests : asked.Requests;
        var calculated = onFew ? asked.Calculator.Evaluate(requests, default) : asked.Answers;
        calculated.Count.ShouldBeGreaterThan(requests.Count);
        using var database = open(asked.Plan);
        var opened = database.Open(asked.Data, null);
        using (opened as IDisposable)
            Agreement.Differences(calculated, opened.Evaluate(requests, default)).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Modules))]
    public void Calculators_give_the_same_bits_with_one_thread_and_with_two_and_for_rows_in_any_order(string name)
    {
        var asked = AskedCatalogue.Of(name);
        var (data, requests) = (asked.Data, asked.Requests);
        using var compiled = CalculatorCompiler.Compile(asked.Plan);
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
}
