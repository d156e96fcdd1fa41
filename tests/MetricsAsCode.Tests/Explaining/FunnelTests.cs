namespace MetricsAsCode.Tests.Explaining;

public class FunnelTests
{
    [Fact]
    public void Each_part_of_a_condition_says_how_many_rows_it_removed_and_why() =>
        Deliveries.Explain("revenue").Rows.ShouldHaveSingleItem().Funnel().ShouldBe(
        [
            "rows of `orders` 10",
            "`placed_on` is known 9 (0 false, 1 unknown)",
            "before the as-of, 2026-06-30 included 8 (1 false, 0 unknown)",
            "in 2026-06 7 (1 false, 0 unknown)",
            "status = delivered 5 (1 false, 1 unknown)",
            "amount >= 10 EUR 2 (1 false, 2 unknown)",
        ]);

    [Fact]
    public void A_group_stands_before_the_period()
    {
        var rows = Deliveries.Explain("revenue", country: "DE").Rows.ShouldHaveSingleItem();
        rows.Funnel()[1].ShouldBe("customer_id.country = DE 5 (5 false, 0 unknown)"); // 1, 2, 8, 9 and 10
        rows.Funnel()[4].ShouldBe("in 2026-06 2 (1 false, 0 unknown)"); // 2 and 8; 9 has no time, 10 is after the as-of
        rows.Samples.ShouldHaveSingleItem().Count.ShouldBe(1); // only 2 has an amount
    }

    [Fact]
    public void A_share_has_the_rows_of_its_numerator_and_of_its_denominator()
    {
        var explained = Deliveries.Explain("share_shipped");
        var rows = explained.Rows.ShouldHaveSingleItem();
        rows.Funnel()[4..].ShouldBe(["amount is known 5 (2 false, 0 unknown)", "status = delivered 3 (1 false, 1 unknown)"]);
        rows.Samples.Select(s => (s.Title, s.Count)).ShouldBe([("numerator", 3L), ("denominator", 5L)]);
        rows.Columns.ShouldBe(["order_id", "placed_on", "amount", "status"]);
        rows.Samples[0].Lines.Select(l => l.Cells[0]).ShouldBe(["2", "6", "7"]);
        explained.Formula.Shown().ShouldBe("60.0%");
    }

    [Fact]
    public void Rows_come_in_order_of_time_with_the_line_of_their_file()
    {
        var sample = Deliveries.Explain("average", most: 2).Rows[0].Samples[0];
        sample.Count.ShouldBe(7);
        sample.Lines.Select(l => (l.Line, string.Join(' ', l.Cells))).ShouldBe([(3, "2 2026-06-02 10.00"), (4, "3 2026-06-03 99.00")]);
    }

    [Fact]
    public void What_does_not_count_is_listed() =>
        Deliveries.Explain("average").LeftOut.Select(l => $"{l.Count} {l.What} [{l.Rows}]").ShouldBe(
        [
            "1 row of `orders` without `placed_on` [1]",
            "1 row of `orders` after the as-of [1]",
            "2 rows of `orders` where `amount` is missing [1]",
        ]);

    [Fact]
    public void The_same_rows_are_shown_once()
    {
        var explained = Deliveries.Explain("kept");
        explained.Rows.Select(r => (r.Text, r.Days)).ShouldBe([("orders", "2026-06"), ("orders", "2026-05")]);
        explained.Formula.SelfAndBelow().Select(s => s.Rows).OfType<int>().ShouldBe([1, 2, 2]);
    }
}
