namespace MetricsAsCode.Tests.Cli;

public class ExplainTests
{
    [Fact]
    public void A_definition_says_what_it_rests_on_and_who_uses_it()
    {
        using var folder = Sandbox.WithShop();
        folder.Run("explain", "aov").ShouldSay(0,
            """
            shop.aov: Average order value
              formula      revenue / count(delivered)
              means        revenue / count(orders where status = delivered)
              unit         money USD
              better       higher
              owner        sales
              metrics      revenue
              sources      orders
              defined in   metrics-defs/shop/shop.metrics:29

            """);
        var revenue = folder.Run("explain", "shop.revenue", "metrics-defs");
        revenue.Out.ShouldContain("\n  What delivered orders brought in.\n");
        revenue.Out.ShouldContain("\n  used by      aov, growth.sales, north star\n");
    }

    [Fact]
    public void The_plan_of_one_metric_shows_only_what_it_needs()
    {
        using var folder = Sandbox.WithShop();
        var ran = folder.Run("explain", "order_count", "--plan");
        ran.Code.ShouldBe(0);
        ran.Out.ShouldContain("rows over r");
        ran.Out.ShouldNotContain("delivered");
    }
}
