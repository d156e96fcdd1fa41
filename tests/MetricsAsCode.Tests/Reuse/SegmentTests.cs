using MetricsAsCode.Tests.Cli;

namespace MetricsAsCode.Tests.Reuse;

public sealed class SegmentTests
{
    private const string Definitions =
        """
        module shop
        source customers from csv "customers.csv" { customer_id text key; city text?; joined date time }
        source orders from csv "orders.csv" { id integer key; customer_id text? -> customers; day date time; amount money EUR }

        segment metro "Metro cities" = customers.city in ["Delhi", "Mumbai"]
        segment large "Large orders" = orders.amount >= 10 EUR and orders.amount < 100 EUR

        let metro_orders = orders where metro

        metric revenue      = sum(orders.amount)
        metric metro_share  = share(orders where metro)
        metric metro_only   = (revenue where metro)
        metric in_metro     = count(metro_orders where not large)
        metric buyers       = distinct(orders.customer_id)
        metric per_customer = avg(count(orders) per customers)

        scorecard may for 2026-05 { show revenue by metro }

        test "two cities" for 2026-05 {
          given customers
            | customer_id | city  | joined     |
            | ann         | Delhi | 2026-01-01 |
            | bob         | Pune  | 2026-01-01 |
          given orders
            | id | customer_id | day        | amount |
            | 1  | ann         | 2026-05-01 | 5      |
            | 2  | bob         | 2026-05-01 | 7      |
          expect revenue by metro [true] = 5 EUR
          expect revenue by metro [false] = 7 EUR
        }
        """;

    private static readonly (string, string)[] Files =
    [
        ("customers.csv", "customer_id,city,joined\nann,Delhi,2026-01-01\nbob,Pune,2026-01-01\ncyd,,2026-01-01\ndan,Mumbai,2026-01-01\n"),
        ("orders.csv", "id,customer_id,day,amount\n1,ann,2026-05-01,5\n2,ann,2026-05-02,10\n3,bob,2026-05-03,20\n4,cyd,2026-05-04,40\n5,,2026-05-05,80\n6,dan,2026-05-06,160\n"),
    ];

    [Theory]
    [InlineData("metro_share", "0.5")]  // 1, 2 and 6 of six orders; an unknown city counts against it
    [InlineData("metro_only", "175.00")]
    [InlineData("in_metro", "2")]       // 1 and 6: below 10, and above 100
    public void A_segment_is_a_condition(string metric, string value) =>
        Everywhere.Value(Definitions, $"shop.{metric}", Period.Month(2026, 5), Files).ShouldBe(value);

    [Theory]
    [InlineData("revenue", "metro", "false 20.00", "true 175.00", "(missing) 120.00")]
    [InlineData("buyers", "metro", "false 1", "true 2", "(missing) 1")]
    [InlineData("revenue", "large", "false 165.00", "true 150.00")] // 10 + 20 + 40 + 80
    [InlineData("per_customer", "metro", "false 1", "true 1.5", "(missing) 1")] // ann has two, dan one
    public void Results_are_broken_down_by_a_segment(string metric, string segment, params string[] groups) =>
        Everywhere.Groups(Definitions, $"shop.{metric}", Period.Month(2026, 5), segment, Files).ShouldBe(groups);

    [Fact]
    public void The_tool_knows_segments()
    {
        using var folder = new Sandbox();
        folder.Write("metrics-defs/shop.metrics", Definitions);
        foreach (var (name, content) in Files)
            folder.Write($"metrics-defs/{name}", content);
        folder.Run("run", "revenue", "metrics-defs", "--for", "2026-05", "--by", "metro", "--format", "csv").Out.ShouldContain("shop.revenue,2026-05,true,175.00,");
        folder.Run("test", "metrics-defs").ShouldSatisfyAllConditions(r => r.Error.ShouldBe(""), r => r.Code.ShouldBe(0));
        folder.Run("list", "metrics-defs").Out.ShouldContain("segment");
        folder.Run("scorecard", "metrics-defs").Code.ShouldBe(0);
        folder.Read("generated/scorecards/shop-may.md").ShouldContain("175.00");
    }
}
