using MetricsAsCode.Compiler.Planning.Printing;

namespace MetricsAsCode.Tests.Planning;

public class PlanPrinterTests
{
    private const string Metrics = Shop.Metrics + """

        metric repeat_share = share(count(delivered) >= 2 per customer_id)
        metric returning = count(orders where customer_id in buyers over previous)
        metric swift = share(orders where shipped_on - date(placed_at) <= 3 days among status != cancelled and shipped_on is known)
        metric busiest_day = max(order_count each day) over trailing 4 weeks
        metric line_price = percentile(lines.price, 90%)
        """;

    [Fact]
    public void A_plan_reads_like_the_definitions() =>
        PlanPrinter.Print(Written.OfShop(Metrics)).ShouldMatchApproved(c => c.NoDiff().SubFolder("Approved"));

    [Fact]
    public void One_metric_shows_what_it_needs() =>
        PlanPrinter.Print(Written.OfShop(Metrics), "returning").ShouldBe("""
            sources
              orders  order_id, customer_id, placed_at, shipped_on, status, amount, discount

            filters
              f0  orders: status = delivered
              f1  orders: customer_id in (a2 over previous)

            rows
              r0  orders where f0 dated placed_at
              r1  orders where f1 dated placed_at

            aggregates
              a2  set of customer_id over r0
              a3  rows over r1

            metrics
              returning = count(a3)

            """);
}
