using MetricsAsCode.Compiler.Planning.Model;

namespace MetricsAsCode.Tests.Planning;

public class SharingTests
{
    [Fact]
    public void Metrics_over_one_filter_share_filter_rows_and_aggregate()
    {
        var plan = Written.OfShop("""
            metric a = count(orders where status = delivered)
            metric b = count(delivered) / count(orders)
            """);

        plan.Filters.Count.ShouldBe(1);
        plan.Selections.Count.ShouldBe(2);
        plan.Aggregates.Count.ShouldBe(2);
        plan.Formula("b").ShouldBeOfType<PlanArithmetic>().Left.ShouldBeSameAs(plan.Formula("a"));
    }

    [Fact]
    public void The_order_of_conditions_does_not_matter()
    {
        var plan = Written.OfShop("""
            metric a = count(orders where status = delivered and amount > 5 EUR)
            metric b = count((orders where amount > 5 EUR) where status = delivered)
            """);

        plan.Filters.Count.ShouldBe(2);
        plan.Formula("a").ShouldBe(plan.Formula("b"));
    }

    [Theory]
    [InlineData("sum(orders.amount)", "avg(orders.amount)", PlanState.Sum)]
    [InlineData("sum(orders.amount)", "count(orders.amount)", PlanState.Sum)]
    [InlineData("min(orders.amount)", "max(orders.amount)", PlanState.Extent)]
    [InlineData("median(orders.amount)", "percentile(orders.amount, 90%)", PlanState.Values)]
    [InlineData("stddev(orders.amount)", "percentile_disc(orders.amount, 10%)", PlanState.Values)]
    [InlineData("distinct(orders.customer_id)", "size(set(orders.customer_id))", PlanState.Distinct)]
    [InlineData("first(orders.amount)", "nth(orders.amount, 2)", PlanState.Ordered)]
    public void Readings_share_a_state(string one, string other, PlanState state)
    {
        var plan = Written.OfShop($"metric a = {one}\nmetric b = {other}\n");

        plan.Aggregates.ShouldHaveSingleItem().State.ShouldBe(state);
    }

    [Fact]
    public void Rows_and_values_are_kept_apart()
    {
        var plan = Written.OfShop("""
            metric a = count(orders)
            metric b = count(orders.coupon)
            """);

        plan.Aggregates.Select(a => (a.State, a.Value is PlanKnown)).ShouldBe([(PlanState.Rows, false), (PlanState.Sum, true)]);
    }
}
