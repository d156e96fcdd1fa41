using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Syntax;
using static MetricsAsCode.Tests.Reference.Bound;

namespace MetricsAsCode.Tests.Reference;

public class SetTests
{
    // Active: ann and bob in May, ann and cid in June, nobody known in July.
    private readonly ModelBuilder shop = Shop.Model();

    private SetOfRows Active => shop.Active();

    [Theory]
    [InlineData("2026-05", "2")]
    [InlineData("2026-06", "2")]
    [InlineData("2026-07", "0")]
    [InlineData("2026-Q2", "3")]
    public void A_set_holds_the_known_values(string period, string size) => shop.Value(Size(Active), period).ShouldBe(size);

    [Fact]
    public void Sets_combine()
    {
        var before = Active.Over(Previous());
        shop.Value(Size(before.Union(Active)), "2026-06").ShouldBe("3");
        shop.Value(Size(before.Intersect(Active)), "2026-06").ShouldBe("1");
        shop.Value(Size(before.Except(Active)), "2026-06").ShouldBe("1");
        shop.Value(Size(Active.Except(Active.Over(Window(WindowForm.AllBefore)))), "2026-06").ShouldBe("1");
    }

    [Fact]
    public void Churn_is_the_share_of_the_active_before_who_are_not_any_more()
    {
        var before = Active.Over(Previous());
        var churn = shop.Evaluate(Size(before.Except(Active)).Per(Size(before)), "2026-06");
        (churn.Value.ToString(), churn.Numerator.ToString(), churn.Denominator.ToString(), churn.N).ShouldBe(("0.5", "1", "2", 2));
        churn.Caveats.ShouldBe(["small sample (n = 2)"]);
        shop.Value(Size(before.Except(Active)).Per(Size(before)), "2026-05").ShouldBe("no value (division by zero)");
    }

    [Fact]
    public void A_set_in_a_condition_is_that_of_the_rows_own_stretch()
    {
        var known = new RowInSet(shop.Column("orders.customer_id"), Active.Over(Window(WindowForm.AllBefore)));
        var orders = shop.Rows("orders");
        // June: orders 3 and 5 by ann, who ordered before; 4 by cid, who did not.
        shop.Value(Count(orders.Where(known)), "2026-06").ShouldBe("2");
        shop.Value(Count(orders.Where(new RowNot(known))), "2026-06").ShouldBe("1");
        // The orders of the month before, among the customers known before that month: none.
        shop.Value(Count(orders.Where(known).Over(Previous())), "2026-06").ShouldBe("0");
        shop.Value(Count(orders.Where(known)).Over(Previous()), "2026-07").ShouldBe("2");
    }

    [Fact]
    public void A_row_without_an_entity_is_neither_in_a_set_nor_outside()
    {
        var active = new RowInSet(shop.Column("orders.customer_id"), Active);
        shop.Value(Count(shop.Rows("orders").Where(active)), "2026-07").ShouldBe("0");
        shop.Value(Count(shop.Rows("orders").Where(new RowNot(active))), "2026-07").ShouldBe("0");
    }
}
