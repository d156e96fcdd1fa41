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
    public void A_value_may_not_and_the_finding_says_where_it_may()
    {
        var found = Written.Bind(Shop.Sources + "metric m = sum(if orders.customer_id in buyers then amount else 0 EUR)\n").Diagnostics.ShouldHaveSingleItem();

        found.ToString().ShouldBe("file0.metrics(41,16): error MAC3017: A set inside a value cannot be compiled by this version yet. Test it behind `where`.");
    }
}
