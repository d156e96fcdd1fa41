using MetricsAsCode.Compiler.Emit.Sql;
using MetricsAsCode.Compiler.Planning;
using MetricsAsCode.Data;
using MetricsAsCode.Differential.Chdb;
using MetricsAsCode.Differential.Cluster;
using MetricsAsCode.Differential.Running;
using MetricsAsCode.Engines;
using MetricsAsCode.Engines.ClickHouse;
using MetricsAsCode.Engines.Loading;
using MetricsAsCode.Results;
using MetricsAsCode.Tests.Cli;

namespace MetricsAsCode.Tests.ClickHouse;

/// <summary>
/// A cluster of old servers, the rows of an entity spread over all of them: the same number, or a refusal. What an engine of this kind is known to get wrong is a metric here.
/// </summary>
public sealed class ClusterTests
{
    private const int Programs = 60;

    private const string Definitions = """
        module traps
        product "Traps" {
          timezone "UTC"
          currency EUR
        }
        source orders from csv "orders.csv" {
          id       integer key
          who      text?
          note     text?
          qty      integer? in 0..1000
          price    decimal(2)?
          weight   number?
          at       timestamp time
          day      date?
        }
        metric unknown_logic = count(orders where not (note = "x" and qty > 5))
        metric unknown_or    = count(orders where note = "x" or not (qty > 5))
        metric no_base       = sum(orders.price) / count(orders where qty > 1000)
        metric none          = sum(orders.price where qty > 1000)
        metric none_min      = min(orders.price where qty > 1000)
        metric none_avg      = avg(orders.weight where qty > 1000)
        metric buyers        = distinct(orders.who)
        metric mean_price    = avg(orders.price)
        metric middle        = median(orders.weight)
        metric nearly_all    = percentile(orders.weight, 90%)
        metric turnover      = sum(orders.price * qty)
        metric weights       = sum(orders.weight)
        metric old_days      = count(orders where day < 1950-01-01 or day > 2200-01-01)
        metric active        = size(set(orders.who))
        metric both          = size(set(orders.who where note = "x") intersect set(orders.who where qty > 2))
        metric either        = size(set(orders.who where note = "x") union set(orders.who where qty > 2))
        metric lost          = size(set(orders.who) over previous except set(orders.who))
        metric returning     = share(orders where who in (set(orders.who) over previous))
        metric text_of_sql   = count(orders where note = "\\'; DROP TABLE orders; --")
        """;

    private const string Rows = """
        id,who,note,qty,price,weight,at,day
        1,ann,x,9,1.25,0,2026-02-03T00:00:00Z,1901-05-06
        2,bob,,9,2.50,1,2026-02-04T00:00:00Z,2250-01-01
        3,ann,x,,,2,2026-02-05T00:00:00Z,
        4,cyd,y,,4.00,3,2026-03-01T00:00:00Z,2026-03-01
        5,ann,x,3,0.10,10.5,2026-03-02T00:00:00Z,1969-12-31
        6,,,7,0.20,,2026-03-03T00:00:00Z,
        7,dee,x,1,0.30,20,2026-03-31T23:59:59Z,0001-01-01
        8,ann,\'; DROP TABLE orders; --,2,,30,2026-03-05T00:00:00Z,9999-12-31
        9,cyd,,6,1.00,40,2026-03-06T00:00:00Z,2106-02-07
        """;

    [ClusterTheory]
    [InlineData(1)]
    [InlineData(3)]
    public void What_is_known_to_go_wrong_goes_right(int shards)
    {
        _ = ClickHouseCluster.Shared;
        var found = Results(plan => ShardedTables.Module(plan, shards));
        found.ShouldContainKeyAndValue("unknown_logic", "4");     // Rows 4, 5, 7 and 8: false and unknown is false. Of 6 and 9 it is unknown.
        found.ShouldContainKeyAndValue("no_base", "no value (division by zero)");
        found.ShouldContainKeyAndValue("none", "0.00");
        found.ShouldContainKeyAndValue("buyers", "3");
        found.ShouldContainKeyAndValue("mean_price", "1.12");      // 5.60 / 5, not cut to two digits of a column
        found.ShouldContainKeyAndValue("middle", "20");            // of 3, 10.5, 20, 30, 40
        found.ShouldContainKeyAndValue("nearly_all", "36");        // 30 + 0.6 (40 - 30)
        found.ShouldContainKeyAndValue("turnover", "8.00");        // 0.30 + 1.40 + 0.30 + 6.00
        found.ShouldContainKeyAndValue("old_days", "2");
        found.ShouldContainKeyAndValue("active", "3");
        found.ShouldContainKeyAndValue("both", "1");
        found.ShouldContainKeyAndValue("either", "3");
        found.ShouldContainKeyAndValue("lost", "1");               // bob
        found.ShouldContainKeyAndValue("text_of_sql", "1");
    }

    [ChdbFact]
    public void What_is_known_to_go_wrong_goes_right_on_a_current_one() => Results(static plan => ChdbConnection.Module(plan)).Count.ShouldBe(19);

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
        Should.Throw<SqlRefusal>(() => Results(static plan => ShardedTables.Module(plan, shards: 3), $"metric refused = {formula}")).Message
            .ShouldBe($"{words} for ClickHouse before 25.1 is not written as SQL yet. {ClickHouseCapabilities.Alternative}");
    }

    [ClusterFact]
    public void Every_server_aggregates_its_own_rows()
    {
        var cluster = ClickHouseCluster.Shared;
        _ = Results(static plan => ShardedTables.Module(plan, shards: 3));
        cluster.Execute("SYSTEM FLUSH LOGS", 2);
        var pushed = cluster.Query("SELECT query, result_rows FROM system.query_log WHERE is_initial_query = 0 AND type = 2 AND query LIKE '%toDecimal128%GROUP BY p%' ORDER BY event_time DESC LIMIT 1", 2);
        pushed.Single()[1].ShouldBe(1L);   // A row for each period, none of the table's.
    }

    [ClusterFact]
    public void A_server_of_the_cluster_that_is_gone_is_told_and_no_number_given()
    {
        using var cluster = new ClickHouseCluster(2);
        foreach (int server in new[] { 1, 2 })
            cluster.Execute("CREATE TABLE default.rows (amount Int64) ENGINE = Memory", server);
        cluster.Execute("CREATE TABLE default.orders (amount Int64) ENGINE = Distributed(shards_2, default, rows)");
        Sum(cluster).ShouldBe("0");
        cluster.Kill(2);
        Should.Throw<DataException>(() => Sum(cluster)).Message.ShouldContain("a shard of the cluster does not answer, so that no number would be right. Try again when all run.");
    }

    [ClusterFact]
    public void Tables_are_read_with_their_own_types()
    {
        var cluster = ClickHouseCluster.Shared;
        foreach (int server in new[] { 1, 2, 3 })
            cluster.Execute("CREATE TABLE default.visits_here (kind LowCardinality(String), page Enum8('home' = 1, 'shop' = 2), at DateTime('Asia/Kolkata'), day Date, amount Decimal(9, 2), paid UInt8) ENGINE = Memory", server);
        cluster.Execute("CREATE TABLE default.visits AS default.visits_here ENGINE = Distributed(shards_3, default, visits_here)");
        cluster.Execute("INSERT INTO default.visits_here VALUES ('a', 'home', '2026-03-01 04:00:00', '2026-03-01', 1.25, 1)", 1);
        cluster.Execute("INSERT INTO default.visits_here VALUES ('b', 'shop', '2026-03-01 06:00:00', '2026-03-01', 2.50, 0), ('a', 'shop', '2026-03-31 12:00:00', '2026-03-31', 4.00, 1)", 2);
        cluster.Execute("INSERT INTO default.visits_here VALUES ('a', 'home', '2026-04-01 12:00:00', '2026-04-01', 8.00, 1)", 3);
        var found = Evaluate(cluster, """
            module visits
            product "Visits" {
              timezone "UTC"
              currency EUR
            }
            source visits from clickhouse "default.visits" {
              kind text
              page text
              at timestamp time
              day date
              amount decimal(2)
              paid boolean
            }
            metric kinds = count(visits where kind = "a")
            metric unknown_page = count(visits where page = "no such page")
            metric paid = sum(visits.amount where paid and day >= 2026-03-01)
            """);
        found.ShouldBe(["1", "0", "4.00"]);   // The first row lies in February, by the hour of Kolkata.
    }

    [ClusterFact]
    public void A_column_whose_name_means_something_else_there_is_refused()
    {
        var cluster = ClickHouseCluster.Shared;
        cluster.Execute("CREATE TABLE default.named (p Int64, amount Int64) ENGINE = Memory");
        Should.Throw<SqlRefusal>(() => Evaluate(cluster, "module named\nsource named from clickhouse \"default.named\" {\n  amount integer\n}\nmetric total = sum(named.amount)\n")).Message
            .ShouldContain("a table with a column named `p`, as `default.named`, for ClickHouse before 25.1");
    }

    private static string Sum(ClickHouseCluster cluster) =>
        Evaluate(cluster, "module sums\nsource orders from clickhouse \"default.orders\" {\n  amount integer\n}\nmetric total = sum(orders.amount)\n")[0];

    private static IReadOnlyList<string> Evaluate(ClickHouseCluster cluster, string definitions)
    {
        using var sandbox = new Sandbox();
        sandbox.Write("all/all.metrics", definitions);
        var workspace = Workspace.Load("all", sandbox.Root);
        workspace.Diagnostics.Where(d => d.IsError).Select(d => d.ToString()).ShouldBeEmpty();
        var module = workspace.Modules.Single();
        var asOf = Calendars.Of(module.Product).StartOf(new DateOnly(2026, 5, 1));
        var engine = ClickHouseDatabase.Open(Planner.Plan(module), new Dictionary<string, DataFrame>(), asOf, ClickHouseAddress.Read(cluster.Address()), default);
        using (engine as IDisposable)
            return [.. engine.Evaluate([.. module.Metrics.Select(m => new MetricRequest(m.QualifiedName, [Period.Month(2026, 3)]))], default).Select(r => r.Measurement.Value.ToString())];
    }

    private static Dictionary<string, string> Results(Func<Compiler.Planning.Model.Plan, ModuleEngine> open, string? more = null)
    {
        using var sandbox = new Sandbox();
        sandbox.Write("all/all.metrics", more is null ? Definitions : Definitions[..Definitions.IndexOf("metric", StringComparison.Ordinal)] + more).Write("all/orders.csv", Rows);
        var workspace = Workspace.Load("all", sandbox.Root);
        workspace.Diagnostics.Where(d => d.IsError).Select(d => d.ToString()).ShouldBeEmpty();
        var module = workspace.Modules.Single();
        var plan = Planner.Plan(module);
        var frames = new DataCatalogue(sandbox.Root).Open(plan);
        List<MetricRequest> requests = [.. module.Metrics.Select(m => new MetricRequest(m.QualifiedName, [Period.Month(2026, 3)]))];
        using var reference = ModuleEngine.Of(plan, EngineKind.Reference);
        var engine = open(plan).Open(frames);
        using (engine as IDisposable)
        {
            var found = engine.Evaluate(requests, default);
            MetricsAsCode.Differential.Running.Agreement.Differences(found, reference.Open(frames).Evaluate(requests, default)).ShouldBeEmpty();
            return found.ToDictionary(r => r.Metric.Split('.')[1], r => r.Measurement.Value.ToString());
        }
    }
}
