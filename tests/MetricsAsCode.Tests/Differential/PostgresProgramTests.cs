using MetricsAsCode.Differential.Running;
using MetricsAsCode.Tests.Postgres;

namespace MetricsAsCode.Tests.Differential;

/// <summary>Random programs over random data give one number in PostgreSQL, too, and there is none that it refuses.</summary>
public sealed class PostgresProgramTests
{
    private const int Programs = 150;

    [PostgresFact]
    public void PostgreSQL_and_the_reference_evaluator_agree()
    {
        PostgresPresence.IsThere.ShouldBeTrue();
        var campaign = new Campaign(Seed: 2027, First: 0, Programs, new EngineChoice(Compiled: false, DuckDb: false) { Servers = ["postgres"] });
        campaign.Run().Select(f => $"program {f.Number} of its seed: {f.Differences[0]}").ShouldBeEmpty();
        campaign.Tally["results compared with postgres"].ShouldBeGreaterThan(Programs * 10);
        campaign.Tally["questions refused by postgres"].ShouldBe(0);
    }
}
