using MetricsAsCode.Compiler.Planning;

namespace MetricsAsCode.Tests.Planning;

public class ColumnsInUseTests
{
    [Fact]
    public void Keys_times_references_and_columns_of_expressions_are_read_and_no_others() =>
        Columns("metric a = count(orders where customers.country = \"Spain\" and amount > 1 EUR)\n").ShouldBe(
        [
            "customers: customer_id, country",
            "orders: order_id, customer_id, placed_at, amount",
            "lines: order_id, line",
        ]);

    [Fact]
    public void References_and_what_they_lead_to_are_read_so_that_a_dangling_one_is_found() =>
        Columns("metric a = count(orders)\n").Take(2).ShouldBe(["customers: customer_id", "orders: order_id, customer_id, placed_at"]);

    [Fact]
    public void Every_dated_source_is_read_since_it_says_how_far_the_data_reaches() =>
        Columns("metric a = count(orders)\n").ShouldBe(["customers: customer_id", "orders: order_id, customer_id, placed_at", "lines: order_id, line"]);

    [Fact]
    public void Only_the_named_sources_say_how_far_the_data_reaches() =>
        Written.Plan(Shop.Sources.Replace("currency EUR", "currency EUR\n  as of from orders") + "metric a = count(orders)\n")
            .Sources.Select(s => s.Source.Name).ShouldBe(["customers", "orders"]);

    [Fact]
    public void What_a_scorecard_groups_by_is_read() =>
        Columns("""
            metric a = count(orders)
            scorecard s "S" for 2026-06 {
              show a by customers.country
            }
            """).ShouldContain("customers: customer_id, country");

    [Fact]
    public void What_is_asked_for_besides_is_read()
    {
        var module = Written.Bind(Shop.Sources + "metric a = count(orders)\n").Modules.Single();
        var country = module.Sources.Single(s => s.Name == "customers").Column("country")!;

        Planner.Plan(module, country).Sources.Select(s => s.Source.Name).ShouldContain("customers");
    }

    private static IEnumerable<string> Columns(string metrics) =>
        [.. Written.OfShop(metrics).Sources.Select(s => $"{s.Source.Name}: {string.Join(", ", s.Columns.Select(c => c.Column.Name))}")];
}
