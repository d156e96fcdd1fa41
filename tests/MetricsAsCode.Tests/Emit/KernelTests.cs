namespace MetricsAsCode.Tests.Emit;

/// <summary>
/// Formulas over six orders, computed by generated code. June holds order 3 (ann, 30.00, delivered), 4 (cat, 5.00, cancelled) and 5 (bob, 7.50, placed);
/// order 6 was placed on 29 June 23:30 UTC, which is 30 June 01:30 in Berlin (cat, 1.25, delivered).
/// </summary>
public class KernelTests
{
    [Theory]
    [InlineData("count(orders)", "4")]
    [InlineData("count(delivered)", "2")]
    [InlineData("count(orders where status != delivered)", "2")]
    [InlineData("count(orders where status in [placed, cancelled, \"Sent back\"])", "2")]
    [InlineData("count(orders where coupon = \"X\")", "1")]
    [InlineData("count(orders where coupon != \"X\")", "2")] // a missing coupon is neither
    [InlineData("count(orders where not (coupon = \"X\"))", "2")]
    [InlineData("count(orders where coupon = \"never seen\")", "0")]
    [InlineData("count(orders where coupon != \"never seen\")", "3")]
    [InlineData("count(orders where coupon in [\"yy\", \"zed\", \"none\"])", "2")]
    [InlineData("count(orders where coupon is missing or coupon = \"X\")", "2")]
    [InlineData("count(orders where coupon < \"yy\")", "1")]
    [InlineData("count(orders where lower(coupon) = \"x\" or starts_with(coupon, \"z\"))", "2")]
    [InlineData("count(orders where contains(coupon, \"e\"))", "1")]
    [InlineData("count(orders where customers.country in [\"Spain\", \"France\", \"Italy\"])", "3")]
    [InlineData("count(orders where customers.country = \"Spain\")", "2")]
    [InlineData("count(orders where customers.is_member)", "1")]
    [InlineData("count(orders where not customers.is_member)", "1")] // unknown of cat
    [InlineData("count(orders where customers.joined < shipped_on)", "3")]
    [InlineData("count(orders where weight > 1.5)", "2")]
    [InlineData("count(orders where weight > 1.5 or amount < 2 EUR)", "3")]
    [InlineData("count(orders where amount = 7.5 EUR)", "1")]
    [InlineData("count(orders where amount > 7.499 EUR)", "2")]
    [InlineData("count(orders where order_id in [3, 5, 9])", "2")]
    [InlineData("count(orders where order_id in 4..5)", "2")]
    public void Conditions(string formula, string value) => Calculated.InJune("m", formula).ShouldBe(value);

    [Theory]
    [InlineData("count(orders where hour(placed_at) >= 18)", "1")] // 21 in Berlin
    [InlineData("count(orders where hour(placed_at) = 1)", "1")]
    [InlineData("count(orders where weekday(placed_at) = 2)", "2")] // 2 and, in Berlin, 30 June are Tuesdays
    [InlineData("count(orders where shipped_on - date(placed_at) = 0 days)", "1")]
    [InlineData("count(orders where shipped_on - date(placed_at) <= 1 day)", "3")]
    [InlineData("count(orders where placed_at > 2026-06-06)", "2")]
    [InlineData("count(orders where placed_at + 2 days > 2026-07-01)", "1")]
    [InlineData("count(orders where as_of - placed_at < 1 day)", "1")]
    [InlineData("min(orders.placed_at)", "2026-06-02T08:00:00Z")]
    [InlineData("distinct(date(orders.placed_at))", "4")]
    [InlineData("distinct(weekday(orders.placed_at))", "3")] // 2 and 30 June are Tuesdays
    [InlineData("distinct(lower(orders.coupon))", "3")]
    [InlineData("distinct((orders.status in [placed, cancelled]))", "2")]
    [InlineData("sum(if orders.customer_id in buyers over previous then amount else 0 EUR)", "37.50")] // ann and bob
    [InlineData("distinct(if orders.customer_id in buyers over previous then \"old\" else lower(coupon))", "3")]
    [InlineData("max(orders.shipped_on)", "2026-06-30")]
    [InlineData("max(customers.joined)", "2026-02-01")]
    public void Times(string formula, string value) => Calculated.InJune("m", formula).ShouldBe(value);

    [Theory]
    [InlineData("sum(orders.amount)", "43.75")]
    [InlineData("sum(orders.amount * (1 - coalesce(discount, 0)))", "39.7500")] // 30 + 5 + 3.75 + 1
    [InlineData("sum(orders.amount * discount)", "4.0000")] // 3.75 + 0.25
    [InlineData("sum(orders.amount * weight)", "98.750000")] // 60 + 5 + 33.75, rounded at scale 6
    [InlineData("sum(if orders.status = delivered then amount else 0 EUR)", "31.25")]
    [InlineData("sum(if orders.weight > 1.5 then amount * 2 else amount)", "81.25")]
    [InlineData("sum(lines.quantity * price)", "31.25")]
    [InlineData("sum(lines.quantity)", "8")]
    [InlineData("sum(min(lines.quantity, 2))", "5")]
    [InlineData("sum(round(orders.amount / 1 EUR))", "44")] // 30 + 5 + 8 (half to even) + 1
    [InlineData("sum(floor(orders.discount * 10))", "7")] // 5 + 2
    [InlineData("sum(abs(orders.amount - 10 EUR))", "36.25")] // 20 + 5 + 2.50 + 8.75
    [InlineData("sum(-orders.amount)", "-43.75")]
    [InlineData("avg(orders.weight)", "2.5")]
    [InlineData("avg(orders.amount / weight)", "7.222222222222222")] // (15 + 5 + 1.666…) / 3
    [InlineData("count(orders.coupon)", "3")]
    [InlineData("count(orders.weight)", "3")]
    [InlineData("distinct(orders.customer_id)", "3")]
    [InlineData("last(orders.status)", "delivered")]
    [InlineData("first(orders.customer_id.country)", "Germany")]
    [InlineData("nth(orders.shipped_on - date(placed_at), 3)", "86400000000")]
    [InlineData("median(orders.amount)", "6.25")]
    public void Values(string formula, string value) => Calculated.InJune("m", formula).ShouldBe(value);

    [Theory]
    [InlineData("size(buyers)", "2")]
    [InlineData("size(buyers over previous except buyers)", "1")] // bob
    [InlineData("count(orders where customer_id in buyers over previous)", "2")]
    [InlineData("count(orders where not (customer_id in buyers))", "1")]
    [InlineData("share(count(delivered) >= 1 per customers)", "0.6666666666666666")]
    [InlineData("avg(sum(orders.amount) per customer_id)", "14.583333333333334")] // 30, 7.5, 6.25
    [InlineData("max(count(orders) each day)", "1")]
    [InlineData("churn(buyers)", "0.5")]
    public void Entities(string formula, string value) => Calculated.InJune("m", formula).ShouldBe(value);

    [Fact]
    public void An_overflow_has_no_value_and_spoils_nothing_else()
    {
        var june = Calculated.InJune("""
            metric too_large = sum(orders.order_id * 100_000_000_000_000_000_000 * 100_000_000_000_000_000_000)
            metric large = sum(orders.order_id * 10_000_000_000_000_000_000 * 1_000_000_000_000_000)
            """);

        june["too_large"].ShouldBe("no value (overflow)");
        june["large"].ShouldBe("180000000000000000000000000000000000"); // 3 + 4 + 5 + 6 = 18
    }
}
