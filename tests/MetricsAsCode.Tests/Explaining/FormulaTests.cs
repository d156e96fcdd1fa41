using MetricsAsCode.Engines.Explaining;

namespace MetricsAsCode.Tests.Explaining;

public class FormulaTests
{
    [Fact]
    public void Each_part_has_its_value_at_its_own_days()
    {
        var explained = Deliveries.Explain("growth");
        explained.Formula.Shown().ShouldBe("-25.0%"); // 30 after 40
        explained.Part("revenue - revenue over previous").Shown().ShouldBe("-10.00 EUR");
        explained.Part("revenue over previous").ShouldSatisfyAllConditions(
            s => s.Shown().ShouldBe("40.00 EUR"),
            s => s.Days.ShouldBe("2026-05"));
    }

    [Fact]
    public void Sets_have_their_size_their_members_and_their_names()
    {
        var explained = Deliveries.Explain("kept");
        explained.Formula.Text.ShouldBe("kept = size(buyers intersect before) / size(before)");
        explained.Part("buyers").ShouldSatisfyAllConditions(
            s => s.Text.ShouldBe("buyers = set(orders.customer_id)"),
            s => s.Shown().ShouldBe("4"),
            s => s.Members!.Names.ShouldBe(["ann", "bob", "cid", "dan"]),
            s => s.Place!.Start.Line.ShouldBe(17));
        explained.Part("before").Members!.Names.ShouldBe(["ann"]);
    }

    [Fact]
    public void Names_stand_for_what_they_mean()
    {
        var explained = Deliveries.Explain("spread");
        explained.Formula.Text.ShouldBe("spread = max(spent - 1 EUR per customer_id)");
        explained.Part("spent").ShouldSatisfyAllConditions(
            s => s.Text.ShouldBe("spent = coalesce(sum(orders.amount), 0 EUR)"),
            s => s.Shown().ShouldBe("129.00 EUR")); // bob's
        Deliveries.Explain("lost").Formula.Text.ShouldBe("lost = size((before except buyers) intersect buyers over ever)");
    }

    [Fact]
    public void Rows_with_a_name_say_what_it_means() =>
        Deliveries.Explain("revenue").Rows.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            r => r.Name.ShouldBe("delivered"),
            r => r.Text.ShouldBe("orders where status = delivered and amount >= 10 EUR"));

    [Fact]
    public void A_per_lists_the_entities_and_those_left_out()
    {
        var explained = Deliveries.Explain("per_buyer");
        var entities = explained.Formula.Entities!;
        (entities.Key, entities.Count, entities.Known).ShouldBe(("customers.customer_id", 4, 3));
        entities.Largest.Select(e => $"{e.Name} {e.Found}").ShouldBe(["bob 30.00 EUR", "ann 10.00 EUR", "cid 9.99 EUR"]);
        entities.Missing.Select(e => $"{e.Name} {e.Found.Reason}").ShouldBe(["dan no rows"]);
        entities.Median!.ToString().ShouldBe("10.00 EUR");
        explained.LeftOut[^1].ShouldBe(new LeftOut("entity (customers.customer_id) without a value", 1, null));
        explained.Part("min(orders.amount)").ShouldSatisfyAllConditions(
            s => s.Shown().ShouldBe("30.00 EUR"), // each entity has its own; this is bob's
            s => s.Notes.ShouldBe(["for bob"]));
    }

    [Fact]
    public void Many_entities_are_told_by_their_largest_and_smallest()
    {
        var entities = Deliveries.Explain("per_buyer", most: 1).Formula.Entities!;
        entities.Largest.ShouldHaveSingleItem().Name.ShouldBe("bob");
        entities.Smallest.ShouldHaveSingleItem().Name.ShouldBe("cid");
    }

    [Fact]
    public void A_share_per_entity_counts_those_for_which_it_is_true()
    {
        var explained = Deliveries.Explain("repeaters");
        explained.Formula.Entities!.True.ShouldBe(2); // bob and cid, of four
        explained.Formula.Shown().ShouldBe("50.0%");
    }

    [Fact]
    public void An_each_lists_its_units_and_the_parts_of_the_last()
    {
        var explained = Deliveries.Explain("daily", "2026-06-01..2026-06-03");
        explained.Formula.Units!.Select(u => $"{u.Days} {u.Found}").ShouldBe(["2026-06-01 0", "2026-06-02 1", "2026-06-03 2"]);
        explained.Part("count(orders)").ShouldSatisfyAllConditions(
            s => s.Days.ShouldBe("2026-06-03"),
            s => s.Notes.ShouldBe(["the last of 3"]));
    }

    [Fact]
    public void Every_month_says_which_month_it_is()
    {
        var explained = Deliveries.Explain("monthly", "2026-Q2");
        explained.Days.ShouldBe("2026-Q2");
        (explained.Formula.Days, explained.Formula.Shown()).ShouldBe(("2026-06", "7"));
        explained.Formula.Notes.ShouldBe(["the last whole month"]);
    }

    [Fact]
    public void An_if_says_which_branch_it_takes() =>
        Deliveries.Explain("guarded").Formula.Parts.Select(p => $"{p.Name ?? p.Text}: {string.Join(' ', p.Notes)}")
            .ShouldBe(["count(orders) >= 5: ", "revenue: taken", "average: not taken"]);

    [Fact]
    public void A_set_that_a_filter_asks_for_is_a_part()
    {
        var explained = Deliveries.Explain("by_newcomers");
        explained.Formula.Parts.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            s => s.Text.ShouldBe("before = buyers over previous"),
            s => s.Members!.Names.ShouldBe(["ann"]));
        explained.Rows[0].Funnel()[^1].ShouldBe("customer_id in before 1 (5 false, 1 unknown)");
    }
}
