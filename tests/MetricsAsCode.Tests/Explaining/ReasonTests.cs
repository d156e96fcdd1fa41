namespace MetricsAsCode.Tests.Explaining;

public class ReasonTests
{
    [Fact]
    public void A_reason_is_told_where_it_arises()
    {
        var explained = Deliveries.Explain("growth", "2026-05");
        explained.Formula.Found!.Reason!.Text.ShouldBe("division by zero");
        explained.Formula.Why.ShouldBe("`revenue over previous` is 0");
        explained.Formula.SelfAndBelow().Count(s => s.Why is not null).ShouldBe(1);
    }

    [Theory]
    [InlineData("average", "2026-04", "`orders` has no row in 2026-04")]
    [InlineData("average", "2026-06-30", "`amount` is missing in all rows left of `orders`")]
    [InlineData("share_shipped", "2026-06-30", "no row of `orders` in 2026-06-30 is left after `amount is known`")]
    [InlineData("per_buyer", "2026-04", "no entity has a value")]
    [InlineData("monthly", "2026-06-30", "too fine for every month in 2026-06-30, as of 2026-06-30")]
    [InlineData("monthly", "2026-07", "no whole month yet in 2026-07, as of 2026-06-30")]
    [InlineData("daily", "2026-07", "no unit that ends in 2026-07 by the as-of 2026-06-30 has a value")]
    public void The_words_have_the_figures(string metric, string period, string why) =>
        Deliveries.Explain(metric, period).Formula.Why.ShouldBe(why);

    [Fact]
    public void A_group_without_rows_has_no_count() =>
        Deliveries.Explain("repeaters", "2026-05", country: "DE").Formula.Found!.Value.HasValue.ShouldBeTrue();

    [Fact]
    public void Without_a_dated_row_there_is_nothing_to_explain()
    {
        using var folder = Deliveries.Folder().Write("clicks.csv", "click_id,clicked_on\n");
        var module = MetricsAsCode.Engines.Loading.Workspace.Load(".", folder.Root).Modules.Single();
        var explained = Explanations.Over(folder.Root, module, "revenue", "2026-06", null, 5);
        explained.Formula.Why.ShouldBe("no source has a dated row, and no as-of is given");
        explained.AsOf.ShouldBeNull();
    }
}
