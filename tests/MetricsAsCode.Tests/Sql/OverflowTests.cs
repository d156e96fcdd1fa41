using MetricsAsCode.Compiler.Planning;
using MetricsAsCode.Engines;
using MetricsAsCode.Engines.Loading;
using MetricsAsCode.Results;
using MetricsAsCode.Tests.Agreement;
using MetricsAsCode.Tests.Cli;
using MetricsAsCode.Tests.DuckDb;

namespace MetricsAsCode.Tests.Sql;

/// <summary>What has more than 38 digits has no value, with the reason; it is neither wrapped nor an error of the database.</summary>
public sealed class OverflowTests : IDisposable
{
    private const string Definitions = """
        module big

        source numbers from csv "numbers.csv" {
          id   integer key
          day  date time
          a    integer
          m    money(4) EUR
          x    number?
        }

        metric plain          = sum(numbers.a)
        metric squared        = sum(numbers.a * a)
        metric cubed          = sum(numbers.a * a * a)
        metric cubed_small    = sum(numbers.a * a * a where a < 1000000)
        metric money_squared  = sum(numbers.m * a)
        metric times_real     = sum(numbers.m * x)
        metric real_squared   = sum(numbers.x * x)
        metric per_number     = sum(sum(numbers.a * a) * sum(numbers.a) per id)
        metric mean_per       = avg(sum(numbers.a * a) * 1000 per id)
        metric counted        = count(numbers where a * a * a > 0)
        metric guarded        = sum(if numbers.a < 1000000 then a * a * a else 0)
        metric shifted        = max(numbers.day + (1 day * a))
        metric real_least     = min(numbers.x * x)
        metric real_per       = count(sum(numbers.x) * sum(numbers.x) per id)
        metric spread         = stddev(numbers.a)
        metric real_spread    = stddev(numbers.x)
        metric mean           = avg(numbers.a)
        """;

    private const string Rows = """
        id,day,a,m,x
        1,2026-03-01,9223372036854775807,922337203685477.5807,1e300
        2,2026-03-02,-9223372036854775807,-922337203685477.5807,-1e300
        3,2026-03-02,9223372036854775807,0.0001,1e-300
        4,2026-04-01,999999,1.5000,
        5,2026-04-02,-3,0.0005,0.5
        6,2026-05-01,3000000000000,5.0000,123456.789
        7,2026-05-02,7,-0.0003,98765.4321

        """;

    private readonly Sandbox sandbox = new();

    public void Dispose() => sandbox.Dispose();

    [DuckDbFact]
    public void Engines_agree_at_the_limits()
    {
        sandbox.Write("all/all.metrics", Definitions).Write("all/numbers.csv", Rows);
        var workspace = Workspace.Load("all", sandbox.Root);
        workspace.Diagnostics.Select(d => d.ToString()).ShouldBeEmpty();
        var plan = Planner.Plan(workspace.Modules.Single());
        var frames = new DataCatalogue(sandbox.Root).Open(plan);
        List<MetricRequest> requests = [.. workspace.Modules.Single().Metrics.Select(m => new MetricRequest(m.QualifiedName, [Period.Month(2026, 3), Period.Month(2026, 4), Period.Month(2026, 5), Period.Year(2026)]))];
        var expected = ModuleEngine.Of(plan, EngineKind.Compiled).Open(frames).Evaluate(requests, default);
        var found = ModuleEngine.Of(plan, EngineKind.DuckDb).Open(frames).Evaluate(requests, default);
        expected.Count(r => r.Measurement.Reason?.Text == "overflow").ShouldBeGreaterThan(5);
        Agreement.Agreement.Differences(found, expected).ShouldBeEmpty();
    }
}
