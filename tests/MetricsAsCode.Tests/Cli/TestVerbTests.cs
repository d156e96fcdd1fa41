namespace MetricsAsCode.Tests.Cli;

public class TestVerbTests
{
    [Fact]
    public void Tests_that_hold_are_counted()
    {
        using var folder = Sandbox.WithShop();
        Test(folder).ShouldSay(0, "1 test, 2 expectations: all passed\n");
    }

    [Theory]
    [InlineData("expect revenue = 11 USD", "expected 11.00 USD, found 10.00 USD (n = 1)")]
    [InlineData("expect revenue = 10.001 USD", "expected 10.001, found 10.00 (n = 1)")] // alike as they are shown
    [InlineData("expect revenue = no value", "expected no value, found 10.00 USD (n = 1)")]
    [InlineData("expect delivered_share = 40%", "expected 40.0%, found 50.0% (1 / 2, n = 2)")]
    [InlineData("expect aov caveat \"unfinished period\"", "expected the caveat \"unfinished period\", found \"small sample (n = 1)\"")]
    [InlineData("expect revenue by orders.status [placed] = 1 USD", "expected 1.00 USD, found 0.00 USD (n = 0)")]
    [InlineData("expect growth.sales score = 0.5", "expected a score of 0.5, found 0.1")]
    [InlineData("expect growth.sales status = on_track", "expected the status on track, found off track")] // a tenth of the way in a third of the quarter
    [InlineData("expect growth.sales target = 50 USD", "expected a target of 50, found 100")]
    public void A_failure_says_what_was_expected_and_found(string expectation, string message)
    {
        using var folder = Expecting(expectation);
        var ran = Test(folder);
        ran.Error.ShouldContain($": failed: \"t\": {message}\n");
        ran.Error.ShouldContain($" |   {expectation}\n");
        ran.Out.ShouldBe("2 tests, 3 expectations: 1 passed, 1 failed\n");
        ran.Code.ShouldBe(1);
    }

    [Theory]
    [InlineData("expect revenue = 10 USD")]
    [InlineData("expect revenue = 10.05 USD within 1%")]
    [InlineData("expect delivered_share = 49% within 1 points")]
    [InlineData("expect revenue by orders.status [delivered] = 10 USD")]
    [InlineData("expect aov caveat \"small sample (n = 1)\"")]
    [InlineData("expect growth.sales score = 0.1")]
    [InlineData("expect growth.sales target = 100 USD")]
    public void What_holds_is_not_reported(string expectation)
    {
        using var folder = Expecting(expectation);
        Test(folder).ShouldSay(0, "2 tests, 3 expectations: all passed\n");
    }

    [Theory]
    [InlineData("compiled")]
    [InlineData("reference")]
    [InlineData("duckdb")]
    public void The_group_of_what_is_missing_has_a_word_unless_the_column_may_hold_that_word(string engine)
    {
        using var folder = Sandbox.WithShop().Write("metrics-defs/town/town.metrics", """
            module town
            product "Shop" { timezone "UTC"; currency EUR }
            source customers from csv "customers.csv" {
              customer_id text key
              city        text?
              level       text? in [missing, small]
            }
            source orders from csv "orders.csv" {
              order_id    integer key
              customer_id text? -> customers
              placed_at   date time
            }
            metric placed = count(orders)
            test "the group of what is missing" for 2026-07 {
              given customers
                | customer_id | city    | level   |
                | ann         | missing | missing |
                | bob         |         |         |
                | eve         | Oslo    | small   |
              given orders
                | order_id | customer_id | placed_at  |
                | 1        | ann         | 2026-07-01 |
                | 2        | bob         | 2026-07-01 |
                | 3        |             | 2026-07-02 |
                | 4        | eve         | 2026-07-02 |
                | 5        | eve         | 2026-07-02 |
              expect placed by customers.city [missing] = 2
              expect placed by customers.city ["missing"] = 1
              expect placed by customers.level [missing] = 1
              expect placed by customers.city [Oslo] = 2
            }
            """);
        folder.Run("test", "metrics-defs/town", "--engine", engine).ShouldSay(0, "1 test, 4 expectations: all passed\n");
    }

    [Fact]
    public void A_cell_that_breaks_the_contract_fails_its_test_only()
    {
        using var folder = Sandbox.WithShop().Write("metrics-defs/shop/t.metrics",
            "module shop\ntest \"one key in two spellings\" for 2026-01 {\n  given orders\n    | order_id | placed_on  | status    | amount |\n    | 1        | 2026-01-03 | delivered | 10     |\n    | 01       | 2026-01-03 | delivered | 10     |\n  expect order_count = 1\n}\n");
        var ran = Test(folder);
        ran.Error.ShouldContain("metrics-defs/shop/t.metrics(6): error: column `order_id`: `1` is already the key of line 5.");
        ran.Out.ShouldBe("2 tests, 3 expectations: 1 passed, 1 failed\n");
        ran.Code.ShouldBe(1);
    }

    [Fact]
    public void A_cell_that_does_not_fit_is_found_before_anything_is_computed()
    {
        using var folder = Sandbox.WithShop().Write("metrics-defs/shop/t.metrics",
            "module shop\ntest \"bad cell\" for 2026-01 {\n  given orders\n    | order_id | placed_on  | status    | amount |\n    | 1        | 2026-01-03 | delivered | ten    |\n  expect order_count = 1\n}\n");
        var ran = folder.Run("check");
        ran.Error.ShouldContain("metrics-defs/shop/t.metrics(5,43): error MAC3101: `ten` does not fit `amount`, which is money USD. Write digits with a point, at most 2 behind it and no more than 64 bits hold.");
        ran.Code.ShouldBe(1);
    }

    private static Sandbox Expecting(string expectation) => Sandbox.WithShop().Write("metrics-defs/shop/t.metrics",
        $$"""
        module shop

        metric delivered_share = share(orders where status = delivered)

        test "t" for 2026-01 {
          given orders
            | order_id | customer_id | placed_on  | status    | amount |
            | 1        | ann         | 2026-01-03 | delivered | 10.00  |
            | 2        | bob         | 2026-01-09 | placed    | 5      |
          {{expectation}}
        }

        """);

    private static Ran Test(Sandbox folder) => folder.Run("test", "--engine", "reference");
}
