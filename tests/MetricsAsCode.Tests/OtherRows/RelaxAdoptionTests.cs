using MetricsAsCode.Compiler.Planning;
using MetricsAsCode.Engines;
using MetricsAsCode.Engines.Loading;
using MetricsAsCode.Results;
using MetricsAsCode.Tests.Cli;
using MetricsAsCode.Tests.DuckDb;
using MetricsAsCode.Time;

namespace MetricsAsCode.Tests.OtherRows;

/// <summary>
/// Users of a SaaS tool with three log-ins within seven days: 1,656, as two public analyses of the data print. The rows carry no licence and lie outside of the project;
/// where they are absent there is nothing to compute.
/// </summary>
public sealed class RelaxAdoptionTests
{
    private static readonly string? Rows = SharedData.Find("relax_saas/engagement.csv");

    [Fact]
    public void Three_log_ins_within_seven_days()
    {
        if (Rows is null)
            return;
        using var sandbox = new Sandbox();
        sandbox.Write("all/all.metrics", """
            module relax
            source engagement from csv "engagement.csv" { user_id integer; visited_on date time }
            metric adopted = distinct(engagement.user_id where since_previous(visited_on by user_id back 2) <= 7 days)
            metric strict  = distinct(engagement.user_id where since_previous(visited_on by user_id back 2) <= 6 days)
            """).Write("all/engagement.csv", File.ReadAllText(Rows));
        var plan = Planner.Plan(Workspace.Load("all", sandbox.Root).Modules.Single());
        var frames = new DataCatalogue(sandbox.Root).Open(plan);
        var ever = Period.Range(new DateOnly(2012, 1, 1), new DateOnly(2014, 12, 31));
        EngineKind[] kinds = DuckDbPresence.IsThere ? [EngineKind.Compiled, EngineKind.DuckDb] : [EngineKind.Compiled];
        foreach (var kind in kinds)
        {
            using var module = ModuleEngine.Of(plan, kind);
            var answers = module.Open(frames).Evaluate([new MetricRequest("adopted", [ever]), new MetricRequest("strict", [ever])], default);
            answers.Select(a => a.Measurement.Value.ToString()).ShouldBe(["1656", "1602"]);
        }
    }
}
