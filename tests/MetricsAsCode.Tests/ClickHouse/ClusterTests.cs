using MetricsAsCode.Compiler.Emit.Sql;
using MetricsAsCode.Differential.Cluster;
using MetricsAsCode.Differential.Running;
using MetricsAsCode.Tests.Traps;

namespace MetricsAsCode.Tests.ClickHouse;

/// <summary>A cluster of old servers, the rows of an entity spread over all of them: the same number, or a refusal.</summary>
public sealed class ClusterTests
{
    private const int Programs = 60;

    [ClusterTheory]
    [InlineData(1, "clickhouse-1-shard")]
    [InlineData(3, "clickhouse-3-shards")]
    public void Random_programs_have_the_same_number_or_are_refused(int shards, string engine)
    {
        _ = ClickHouseCluster.Shared;
        var campaign = new Campaign(Seed: 2026, First: 100 * shards, Programs, new EngineChoice(Compiled: false, DuckDb: false) { Servers = [engine] });
        campaign.Run().Select(f => $"program {f.Number}: {f.Differences[0]}").ShouldBeEmpty();
        campaign.Tally[$"results compared with {engine}"].ShouldBeGreaterThan(100);
        string[] known = [.. ClickHouseDialect.Old.Refused.Values.Select(r => r.Words)];
        var refused = campaign.Tally.Lines().Where(l => l.Contains($"questions refused by {engine}: ", StringComparison.Ordinal)).Select(l => l.Split(": ", 2)[1]).ToList();
        refused.ShouldNotBeEmpty();
        refused.ShouldAllBe(message => known.Any(k => message.StartsWith(k, StringComparison.Ordinal)));
    }

    [ClusterTheory]
    [InlineData("avg(sum(orders.price) per who)", "a number per entity")]
    [InlineData("stddev(orders.weight)", "a standard deviation")]
    [InlineData("first(orders.price)", "first, last, nth or percentile_disc")]
    [InlineData("sum(orders.weight / qty)", "arithmetic of binary numbers inside rows")]
    [InlineData("sum(orders.price * price * price)", "a number that may need more than 38 digits")]
    public void What_an_old_release_does_not_say_is_refused_with_what_to_do(string formula, string words)
    {
        _ = ClickHouseCluster.Shared;
        using var shop = Sharded(formula);
        Should.Throw<SqlRefusal>(() => shop.Of("asked")).Message
            .ShouldBe($"{words} for ClickHouse before 25.1 is not written as SQL yet. {ClickHouseCapabilities.Alternative}");
    }

    [ClusterFact]
    public void Every_server_aggregates_its_own_rows()
    {
        var cluster = ClickHouseCluster.Shared;
        using (var shop = Sharded("sum(orders.price * qty where qty < 987)"))
            shop.Of("asked").ShouldBe("8.00");
        cluster.Execute("SYSTEM FLUSH LOGS", 2);
        var pushed = cluster.Query("SELECT query, result_rows FROM system.query_log WHERE is_initial_query = 0 AND type = 2 AND query LIKE '%987%GROUP BY p%' ORDER BY event_time DESC LIMIT 1", 2);
        pushed.Single()[1].ShouldBe(1L);   // A row for each period, none of the table's.
    }

    [ClusterFact]
    public void A_column_whose_name_means_something_else_there_is_refused()
    {
        var cluster = ClickHouseCluster.Shared;
        cluster.Execute("CREATE TABLE default.named (p Int64, amount Int64) ENGINE = Memory");
        Should.Throw<SqlRefusal>(() => LiveModule.Evaluate(cluster.Address(), "module named\nsource named from clickhouse \"default.named\" {\n  amount integer\n}\nmetric total = sum(named.amount)\n")).Message
            .ShouldContain("a table with a column named `p`, as `default.named`, for ClickHouse before 25.1");
    }

    private static TrapShop Sharded(string formula) =>
        new(new Dictionary<string, string> { ["asked"] = formula }, ClickHouseDialect.Old, static (plan, frames) => ShardedTables.Open(plan, frames, shards: 3));
}
