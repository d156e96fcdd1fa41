using MetricsAsCode.Compiler.Planning;
using MetricsAsCode.Differential.Cases;
using MetricsAsCode.Differential.Chdb;
using MetricsAsCode.Differential.Running;
using MetricsAsCode.Engines;
using MetricsAsCode.Engines.Loading;
using MetricsAsCode.Results;
using MetricsAsCode.Tests.Agreement;
using MetricsAsCode.Tests.Cli;

namespace MetricsAsCode.Tests.ClickHouse;

/// <summary>The current ClickHouse, as a library, gives the numbers of the reference evaluator: over the whole language, and random programs.</summary>
public sealed class AgreementTests
{
    private const int Programs = 150;

    // Each breakdown of each metric is a statement or more of its own.
    private const int BrokenDown = 6;
    private static readonly EngineChoice ClickHouse = new(Compiled: false, DuckDb: false) { Servers = ["clickhouse"] };

    [ChdbFact]
    public void On_random_programs()
    {
        var campaign = new Campaign(Seed: 2026, First: 0, Programs, ClickHouse);
        campaign.Run().Select(f => $"program {f.Number}: {f.Differences[0]}").ShouldBeEmpty();
        campaign.Tally["questions refused by clickhouse"].ShouldBe(0);
    }

    [ChdbTheory]
    [MemberData(nameof(Differential.FixedCaseTests.Cases), MemberType = typeof(Differential.FixedCaseTests))]
    public void On_programs_that_engines_once_disagreed_on(string name) =>
        Comparing.Judge(CaseDirectory.Read(Path.Combine(Repository.Root, "tests/MetricsAsCode.Tests/Differential/Fixed", name)), ClickHouse).ShouldBeEmpty();

    [ChdbFact]
    public void On_every_construct_of_the_language()
    {
        using var sandbox = new Sandbox();
        RandomShop.Write(sandbox, new Random(4));
        var module = Workspace.Load("all", sandbox.Root).Modules.Single();
        var dimensions = module.Sources.SelectMany(s => s.Columns).Where(c => c.Name is "city" or "gift" or "rating").ToList();
        var plan = Planner.Plan(module, dimensions);
        var frames = new DataCatalogue(sandbox.Root).Open(plan);
        Period[] periods = [Period.Year(2026), Period.Quarter(2026, 2), Period.Month(2026, 3), Period.Week(2026, 13), Period.Range(new DateOnly(2026, 1, 20), new DateOnly(2026, 4, 5))];
        var requests = module.Metrics.Select(m => new MetricRequest(m.QualifiedName, periods)).ToList();
        requests.AddRange(module.Metrics.Where((_, i) => i % BrokenDown == 0).SelectMany(m => dimensions.Where(d => DimensionReach.WithoutPath(plan, m, d).Count == 0).Take(1).Select(d => new MetricRequest(m.QualifiedName, periods[..2], new Dimension(d.Source.Name, d.Name)))));
        using var reference = ModuleEngine.Of(plan, EngineKind.Reference);
        using var database = ChdbConnection.Module(plan);
        Agreement.Agreement.Differences(Evaluated(database, frames, requests), reference.Open(frames).Evaluate(requests, default)).ShouldBeEmpty();
    }

    private static IReadOnlyList<MetricResult> Evaluated(ModuleEngine module, IReadOnlyDictionary<string, MetricsAsCode.Data.DataFrame> frames, IReadOnlyList<MetricRequest> requests)
    {
        var engine = module.Open(frames);
        using (engine as IDisposable)
            return engine.Evaluate(requests, default);
    }
}
