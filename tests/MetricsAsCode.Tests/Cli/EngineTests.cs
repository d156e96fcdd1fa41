using MetricsAsCode.Cli.Output;

namespace MetricsAsCode.Tests.Cli;

public class EngineTests
{
    [Theory]
    [InlineData("run revenue order_count aov --for 2026-Q1 --by customers.country --format json")]
    [InlineData("run revenue aov --for 2026 --grain month --format csv")]
    [InlineData("run aov --as-of 2026-03-30")]
    [InlineData("test")]
    public void The_compiled_calculators_say_what_the_reference_says(string line)
    {
        using var folder = Sandbox.WithShop();
        var compiled = folder.Run(line.Split(' '));
        compiled.Code.ShouldBe(0);
        compiled.ShouldBe(folder.Run([.. line.Split(' '), "--engine", "reference"]));
    }

    [Fact]
    public void Both_write_the_same_scorecard()
    {
        using var folder = Sandbox.WithShop();
        folder.Run("scorecard", "--out", "compiled").Code.ShouldBe(0);
        folder.Run("scorecard", "--out", "reference", "--engine", "reference").Code.ShouldBe(0);
        folder.Read("compiled/scorecards/shop-q1.md").ShouldBe(folder.Read("reference/scorecards/shop-q1.md"));
        folder.Read("compiled/scorecards/shop-q1.md").ShouldContain(ScorecardFile.Mark);
    }

    [Fact]
    public void A_reference_that_leads_nowhere_is_a_data_error_where_it_stands()
    {
        using var folder = Sandbox.WithShop();
        folder.Write("metrics-defs/shop/data/orders.csv", Shop.Orders.Replace("4,cyd", "4,dee"));
        var ran = folder.Run("run", "revenue", "--for", "2026-Q1", "--by", "customers.country");
        ran.Code.ShouldBe(3);
        ran.Error.ShouldStartWith("metrics-defs/shop/data/orders.csv(5");
        ran.Error.ShouldContain("`dee`");
        ran.Out.ShouldBeEmpty();
    }

    [Fact]
    public void A_failing_test_of_the_language_fails_the_run()
    {
        using var folder = Sandbox.WithShop();
        folder.Write("metrics-defs/shop/shop.metrics", Shop.Definitions.Replace("expect order_count = 2", "expect order_count = 3"));
        var ran = folder.Run("test");
        ran.Error.ShouldContain("metrics-defs/shop/shop.metrics(50,3): failed: \"revenue counts delivered orders only\": expected 3, found 2 (n = 2)");
        ran.Code.ShouldBe(1);
    }
}
