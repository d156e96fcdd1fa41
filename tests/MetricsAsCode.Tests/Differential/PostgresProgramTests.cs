using MetricsAsCode.Differential.Running;
using MetricsAsCode.Tests.Postgres;

namespace MetricsAsCode.Tests.Differential;

/// <summary>Random programs over random data give one number in PostgreSQL, too, and there is none that it refuses.</summary>
public sealed class PostgresProgramTests
{
    private const int Programs = 150, OverShards = 25;

    [PostgresFact]
    public void PostgreSQL_and_the_reference_evaluator_agree()
    {
        PostgresPresence.IsThere.ShouldBeTrue();
        Agree("postgres", first: 0, Programs);
    }

    [PostgresTheory]
    [InlineData("postgres-1-shard", 1000)]
    [InlineData("postgres-3-shards", 2000)]
    public void Tables_that_lie_on_other_servers_give_the_same_numbers(string engine, int first)
    {
        PostgresShards.AreThere.ShouldBeTrue();
        Agree(engine, first, OverShards);
    }

    private static void Agree(string engine, int first, int programs)
    {
        var campaign = new Campaign(Seed: 2027, first, programs, new EngineChoice(Compiled: false, DuckDb: false) { Servers = [engine] });
        campaign.Run().Select(f => $"program {f.Number} of its seed: {f.Differences[0]}").ShouldBeEmpty();
        campaign.Tally[$"results compared with {engine}"].ShouldBeGreaterThan(programs * 10);
        campaign.Tally[$"questions refused by {engine}"].ShouldBe(0);
    }
}
