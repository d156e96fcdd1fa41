using MetricsAsCode.Data;
using MetricsAsCode.Engines.ClickHouse;
using MetricsAsCode.Tests.ClickHouse;

namespace MetricsAsCode.Tests.Traps;

/// <summary>What goes wrong with tables that are ClickHouse's own: its types, and servers that do not answer.</summary>
public sealed class StoredTrapTests
{
    private const string Columns = "(kind LowCardinality(String), page Enum8('home' = 1, 'shop' = 2), at DateTime('Asia/Kolkata'), day Date, amount Decimal(9, 2), paid UInt8)";

    // By the hour of Kolkata the first row lies in March.
    private static readonly string[] Rows =
    [
        "('a', 'home', '2026-03-01 04:00:00', '2026-03-01', 1.25, 1)",
        "('b', 'shop', '2026-03-01 06:00:00', '2026-03-01', 2.50, 0), ('a', 'shop', '2026-03-31 12:00:00', '2026-03-31', 4.00, 1)",
        "('a', 'home', '2026-04-01 12:00:00', '2026-04-01', 8.00, 1)",
    ];

    private static readonly (string Formula, string Expected)[] Metrics =
    [
        ("count(visits where kind = \"a\")", "1"),
        ("count(visits where kind in [\"a\", \"c\"])", "1"),
        ("count(visits where page = \"no such page\")", "0"),
        ("count(visits where page != \"no such page\")", "2"),
        ("sum(visits.amount where paid and day >= 2026-03-01)", "4.00"),
        ("avg(visits.amount where day < 2150-01-01)", "3.25"),
    ];

    [ClusterFact]
    public void Types_of_a_cluster_mean_what_the_source_declares()
    {
        var cluster = ClickHouseCluster.Shared;
        foreach (int server in new[] { 1, 2, 3 })
        {
            cluster.Execute($"CREATE TABLE default.visits_here {Columns} ENGINE = Memory", server);
            cluster.Execute($"INSERT INTO default.visits_here VALUES {Rows[server - 1]}", server);
        }

        cluster.Execute("CREATE TABLE default.visits AS default.visits_here ENGINE = Distributed(shards_3, default, visits_here)");
        LiveModule.Evaluate(cluster.Address(), Definitions("default.visits")).ShouldBe(Metrics.Select(m => m.Expected));

        // In the obvious words two of these are errors.
        Code(() => cluster.Query("SELECT countIf(page = 'no such page') FROM default.visits")).ShouldBe(49);
        Code(() => cluster.Query("SELECT countIf(kind IN ('a', 'c')) FROM default.visits")).ShouldBe(70);
    }

    [ChdbFact]
    public void Types_of_a_current_release_mean_what_the_source_declares()
    {
        const string name = "trap_visits";
        ChdbServer.Execute($"CREATE TABLE default.{name} {Columns} ENGINE = Memory");
        ChdbServer.Execute($"INSERT INTO default.{name} VALUES {string.Join(", ", Rows)}");
        LiveModule.Evaluate(ChdbServer.Shared.Address(), Definitions($"default.{name}")).ShouldBe(Metrics.Select(m => m.Expected));
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

    private static string Sum(ClickHouseCluster cluster) =>
        LiveModule.Evaluate(cluster.Address(), "module sums\nsource orders from clickhouse \"default.orders\" {\n  amount integer\n}\nmetric total = sum(orders.amount)\n")[0];

    private static int Code(Action run) => Should.Throw<ClickHouseException>(run).Code;

    private static string Definitions(string table) =>
        $$"""
        module visits
        product "Visits" {
          timezone "UTC"
          currency EUR
        }
        source visits from clickhouse "{{table}}" {
          kind text
          page text
          at timestamp time
          day date
          amount decimal(2)
          paid boolean
        }

        """ + string.Concat(Metrics.Select((m, i) => FormattableString.Invariant($"metric m{i} = {m.Formula}\n")));
}
