using MetricsAsCode.Compiler.Planning.Model;

namespace MetricsAsCode.Tests.Planning;

public class SetTestTests
{
    [Theory]
    [InlineData("count(orders where customer_id in buyers or amount > 5 EUR)")]
    [InlineData("share(orders where not (customer_id in buyers over previous))")]
    [InlineData("count(orders where if customer_id in buyers then amount > 5 EUR else coupon is missing)")]
    public void A_condition_may_test_a_set_anywhere(string formula) =>
        Written.OfShop($"metric m = {formula}\n").Filters.ShouldContain(f => Compiler.Planning.PlanRowParts.All(f.Condition).OfType<PlanSetTest>().Any());

    [Fact]
    public void So_may_a_value()
    {
        var plan = Written.OfShop("metric m = sum(if orders.customer_id in buyers over previous then amount else 0 EUR)\n");
        var sum = plan.Aggregates.Single(a => a.State == PlanState.Sum);

        plan.TestsOf(sum).ShouldHaveSingleItem().Operand.Column.Name.ShouldBe("customer_id");
        plan.Selections[sum.Selection].Filters.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("sum(orders.amount)", true)]
    [InlineData("sum(if orders.customer_id in buyers then amount else 0 EUR)", false)]
    [InlineData("sum(orders.amount where customer_id in buyers)", false)]
    public void A_sum_that_asks_a_set_does_not_add_up_over_days(string formula, bool isAdditive) =>
        Written.OfShop($"metric m = {formula}\n").Metrics.Single().Metric.IsAdditive.ShouldBe(isAdditive);
}
