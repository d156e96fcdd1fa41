using MetricsAsCode.Compiler.Binding.Model.Printing;

namespace MetricsAsCode.Tests.Planning;

/// <summary>Bound expressions in the language's own words: written again, they bind to the same.</summary>
public class ExpressionTextTests
{
    [Theory]
    [InlineData("count(orders)")]
    [InlineData("count(orders where status = delivered and amount > 5 EUR)")]
    [InlineData("count(orders where status in [placed, \"Sent back\"])")]
    [InlineData("sum(orders.amount * (1 - coalesce(orders.discount, 0)) where not (status = placed or coupon is missing))")]
    [InlineData("share(orders where shipped_on - date(placed_at) <= 3 days among shipped_on is known)")]
    [InlineData("size(set(orders.customer_id) except set(orders.customer_id) over previous)")]
    [InlineData("size((set(orders.customer_id) except set(orders.customer_id) over previous) intersect set(orders.customer_id) over ever)")]
    [InlineData("size(set(orders.customer_id) except set(orders.customer_id) over previous intersect set(orders.customer_id) over ever)")]
    [InlineData("avg(count(orders) per customers)")]
    [InlineData("max(count(orders) each day) over trailing 4 weeks")]
    [InlineData("percentile(orders.amount, 90%)")]
    [InlineData("if count(orders) > 2 then 1 else 0")]
    [InlineData("-(count(orders) - (1 - count(orders)))")]
    [InlineData("count(orders where placed_at < 2026-06-01)")]
    [InlineData("count(orders where customer_id.country = \"a \\\"b\\\" \\\\ c\")")]
    public void Text_binds_to_the_measure_it_came_from(string formula)
    {
        var measure = Measure(formula);

        MeasurePrinter.Print(measure).ShouldBe(formula);
    }

    [Fact]
    public void Definitions_are_expanded_in_the_text() =>
        MeasurePrinter.Print(Measure("churn(buyers)")).ShouldBe(
            "size(set(orders.customer_id where status = delivered) over previous except set(orders.customer_id where status = delivered)) "
            + "/ size(set(orders.customer_id where status = delivered) over previous)");

    private static Compiler.Binding.Model.Measure Measure(string formula)
    {
        var program = Written.Bind(Shop.Sources + $"metric m = {formula}\n");
        program.Diagnostics.Where(d => d.IsError).ShouldBeEmpty();
        return program.Modules.Single().Metric("m")!.Body;
    }
}
