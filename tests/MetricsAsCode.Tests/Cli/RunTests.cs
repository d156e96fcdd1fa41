namespace MetricsAsCode.Tests.Cli;

public class RunTests
{
    [Fact]
    public void A_table_shows_value_n_and_what_to_bear_in_mind()
    {
        using var folder = Sandbox.WithShop();
        Run(folder, "revenue", "aov", "--for", "2026-02").ShouldSay(0,
            """
              METRIC         PERIOD       VALUE   N   NOTES
            ────────────────────────────────────────────────────────────
              shop.revenue   2026-02   0.00 USD   0
              shop.aov       2026-02   no value   0   division by zero
            shop as of 2026-04-02

            """);
    }

    [Theory]
    [InlineData("compiled")]
    [InlineData("reference")]
    public void Rows_after_the_as_of_are_left_out_and_counted(string engine) => LaterRows(engine);

    [DuckDb.DuckDbFact]
    public void Rows_after_the_as_of_are_left_out_and_counted_in_SQL() => LaterRows("duckdb");

    private static void LaterRows(string engine)
    {
        using var folder = Sandbox.WithShop();
        folder.Run("run", "order_count", "--for", "2026-Q1", "--as-of", "2026-01-10", "--engine", engine).Out.ShouldContain("\nshop as of 2026-01-10; later, and left out: 4 rows of orders\n");
        folder.Run("run", "order_count", "--for", "2026-Q1", "--as-of", "2026-03-31", "--engine", engine, "--format", "csv").Error.ShouldBe("note: shop as of 2026-03-31; later, and left out: 1 row of orders\n");
        folder.Run("run", "order_count", "--for", "2026-Q1", "--engine", engine).Out.ShouldEndWith("\nshop as of 2026-04-02\n");
    }

    [Fact]
    public void A_metric_that_reads_no_rows_is_not_broken_down()
    {
        using var folder = Sandbox.WithShop();
        folder.Write("metrics-defs/shop/shop.metrics", Shop.Definitions + "\nmetric five = 5\n");
        Run(folder, "five", "--for", "2026-Q1", "--by", "customers.country").Error.ShouldContain("`five` cannot be broken down: it reads no rows, so it has no groups.");
    }

    [Fact]
    public void Without_a_period_the_last_whole_quarter_is_used_and_said()
    {
        using var folder = Sandbox.WithShop();
        var ran = Run(folder, "shop.revenue", "metrics-defs");
        ran.Error.ShouldBe("note: --for is not given: 2026-Q1, the last whole quarter at the as-of.\n");
        ran.Out.ShouldContain("shop.revenue   2026-Q1   70.00 USD   3"); // 10.50 + 20.00 + 39.50
    }

    [Fact]
    public void A_breakdown_has_a_row_for_each_group_and_one_for_what_is_missing()
    {
        using var folder = Sandbox.WithShop();
        Run(folder, "revenue", "--for", "2026-Q1", "--by", "customers.country").ShouldSay(0,
            """
              METRIC         PERIOD    GROUP           VALUE   N
            ──────────────────────────────────────────────────────
              shop.revenue   2026-Q1   France      20.00 USD   1
              shop.revenue   2026-Q1   Germany     10.50 USD   1
              shop.revenue   2026-Q1   (missing)   39.50 USD   1
            shop as of 2026-04-02

            """);
    }

    [Fact]
    public void A_grain_has_a_row_for_each_unit_also_empty_ones()
    {
        using var folder = Sandbox.WithShop();
        Run(folder, "revenue", "--for", "2026-Q1", "--grain", "month", "--format", "csv").ShouldSay(0,
            """
            metric,period,group,value,unit,reason,numerator,denominator,n,caveats,by,responseRate,answered,asked,responseReason,intervalLow,intervalHigh
            shop.revenue,2026-01,,30.50,money USD,,,,2,,,,,,,,
            shop.revenue,2026-02,,0.00,money USD,,,,0,,,,,,,,
            shop.revenue,2026-03,,39.50,money USD,,,,1,,,,,,,,

            """);
    }

    [Fact]
    public void Json_has_all_digits_and_every_member()
    {
        using var folder = Sandbox.WithShop();
        Run(folder, "aov", "--for", "2026-Q2", "--format", "json").ShouldSay(0,
            """
            [
              {
                "metric": "shop.aov",
                "period": "2026-Q2",
                "group": null,
                "value": 5,
                "unit": "money USD",
                "reason": null,
                "numerator": 5.00,
                "denominator": 1,
                "n": 1,
                "caveats": [
                  "unfinished period",
                  "small sample (n = 1)"
                ],
                "by": null,
                "responseRate": null,
                "answered": null,
                "asked": null,
                "responseReason": null,
                "intervalLow": null,
                "intervalHigh": null
              }
            ]

            """);
    }

    [Fact]
    public void The_as_of_leaves_later_rows_out()
    {
        using var folder = Sandbox.WithShop();
        var ran = Run(folder, "revenue", "--for", "2026-Q1", "--as-of", "2026-01-10", "--format", "csv");
        ran.Out.ShouldContain("shop.revenue,2026-Q1,,10.50,money USD,,,,1,unfinished period");
    }

    [Fact]
    public void A_relative_period_is_named_by_what_it_means()
    {
        using var folder = Sandbox.WithShop();
        Run(folder, "order_count", "--for", "last month", "--format", "csv").Out.ShouldContain("shop.order_count,2026-03,,1,count,");
    }

    [Fact]
    public void A_source_can_be_read_from_another_file()
    {
        using var folder = Sandbox.WithShop().Write("other.csv", "order_id,customer_id,placed_on,status,amount\n1,ann,2026-01-03,delivered,1\n");
        Run(folder, "revenue", "--for", "2026-01", "--data", "orders=other.csv", "--format", "csv").Out.ShouldContain("shop.revenue,2026-01,,1.00,money USD");
    }

    [Fact]
    public void Columns_that_nothing_reads_are_not_asked_for()
    {
        using var folder = Sandbox.WithShop().Write("metrics-defs/shop/data/orders.csv", "order_id,customer_id,placed_on,status,amount\n1,ann,2026-01-03,delivered,x\n")
            .Write("metrics-defs/shop/shop.metrics", "module shop\nsource orders from csv \"data/orders.csv\" {\n  order_id integer key\n  placed_on date time\n  amount number\n}\nmetric n = count(orders)\n");
        Run(folder, "n", "--for", "2026-01", "--format", "csv").Out.ShouldContain("shop.n,2026-01,,1,count");
    }

    [Fact]
    public void Sources_that_the_metrics_do_not_need_are_not_read()
    {
        using var folder = Sandbox.WithShop().Write("metrics-defs/shop/other.metrics", "module shop\nsource plans from csv \"gone.csv\" { plan text key }\nmetric plans_sold = count(plans)\n");
        Run(folder, "revenue", "--for", "2026-01").Code.ShouldBe(0);
        Run(folder, "plans_sold", "--for", "2026-01").Code.ShouldBe(3);
    }

    [Fact]
    public void A_dangling_reference_is_found_whatever_is_computed()
    {
        using var folder = Sandbox.WithShop();
        File.WriteAllText(folder.At("metrics-defs/shop/data/customers.csv"), folder.Read("metrics-defs/shop/data/customers.csv").Split('\n')[0] + "\n");
        var ran = Run(folder, "revenue", "--for", "2026-01");
        ran.Error.ShouldContain("`customer_id`");
        ran.Code.ShouldBe(3);
    }

    [Fact]
    public void A_time_zone_that_the_machine_does_not_know_is_named()
    {
        using var folder = new Sandbox().Write("a.metrics", "module m\nproduct \"M\" {\n  timezone \"Mars/Olympus\"\n}\nmetric one = 1\n");
        var ran = Run(folder, "one", "--for", "2026");
        ran.Error.ShouldContain("Mars/Olympus");
        ran.Code.ShouldBeOneOf(1, 2);
    }

    [Fact]
    public void Errors_of_all_data_files_come_out_together()
    {
        using var folder = Sandbox.WithShop()
            .Write("metrics-defs/shop/data/orders.csv", "order_id,customer_id,placed_on,status,amount\n1,ann,2026-01-03,delivered,12x\n2,ann,2026-01-04,lost,1\n");
        File.Delete(folder.At("metrics-defs/shop/data/customers.csv"));
        Run(folder, "revenue", "--for", "2026-01", "--by", "customers.country").ShouldSay(3, error:
            """
            metrics-defs/shop/data/customers.csv: error: the file does not exist.
            metrics-defs/shop/data/orders.csv(2,28): error: column `amount`: `12x` is not a number. Write digits with a point, e.g. `1234.5`.
            metrics-defs/shop/data/orders.csv(3,18): error: column `status`: `lost` is not one of `placed`, `delivered`.

            """);
    }

    [Fact]
    public void A_breakdown_of_churn_by_what_is_not_the_customers_own_is_warned_of()
    {
        using var folder = Sandbox.WithShop().Write("metrics-defs/shop/churn.metrics", "module shop\nmetric lost as percent = churn(set(orders.customer_id))\n");
        var ran = Run(folder, "lost", "--for", "2026-02", "--by", "orders.status", "--format", "csv");
        ran.Error.ShouldBe(
            "warning: `lost` follows each `customers.customer_id` from one time to another, but `orders.status` is a value of single rows of `orders`: who only changes it counts as lost. Break it down by a column of `customers`.\n");
        ran.Out.ShouldContain("shop.lost,2026-02,delivered,1,ratio"); // ann ordered again, but what she ordered is not delivered yet
        Run(folder, "lost", "--for", "2026-02", "--by", "customers.country").Error.ShouldBe("");
        folder.Run("explain", "lost", "--for", "2026-02", "--by", "orders.status", "--group", "delivered").Error.ShouldStartWith("warning: `lost` follows each");
    }

    [Fact]
    public void A_breakdown_needs_a_way_to_its_column()
    {
        using var folder = new Sandbox()
            .Write("a.metrics", "module m\nsource a from csv \"a.csv\" {\n  id text key\n  on date time\n}\nsource b from csv \"b.csv\" {\n  id text key\n  kind text\n}\nmetric n = count(a)\n");
        folder.Run("run", "n", "--by", "b.kind").ShouldFail(2,
            "`n` cannot be broken down by `b.kind`: its source `a` does not refer to `b` in exactly one way. Choose a column that all its sources reach.");
    }

    [Fact]
    public void Where_no_row_has_a_time_a_period_must_be_given()
    {
        using var folder = new Sandbox().Write("a.metrics", "module m\nmetric one = 1\n");
        Run(folder, "one").ShouldFail(2, "There is no dated row, so there is no last whole quarter. Give a period with --for.");
    }

    private static Ran Run(Sandbox folder, params string[] arguments) => folder.Run(["run", .. arguments, "--engine", "reference"]);
}
