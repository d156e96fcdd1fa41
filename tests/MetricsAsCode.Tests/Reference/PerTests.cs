using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Syntax;
using static MetricsAsCode.Tests.Reference.Bound;

namespace MetricsAsCode.Tests.Reference;

public class PerTests
{
    // Q2: ann has orders 1, 3, 5 (45.25), bob order 2 (20.50), cid order 4 (no amount), dan none.
    private readonly ModelBuilder shop = Shop.Model();

    private BoundRows Orders => shop.Rows("orders");

    [Fact]
    public void Per_a_column_are_the_entities_with_a_row()
    {
        var average = shop.Evaluate(PerEach(AggregateKind.Avg, Count(Orders), shop.PerCustomer()), "2026-Q2");
        (average.Value.AsDouble, average.Numerator.ToString(), average.Denominator.ToString(), average.N).ShouldBe((5.0 / 3, "5", "3", 3));
    }

    [Fact]
    public void Per_a_source_are_its_rows_also_those_without_events() =>
        shop.Value(PerEach(AggregateKind.Avg, Count(Orders), shop.PerCustomers()), "2026-Q2").ShouldBe("1.25");

    [Fact]
    public void Per_a_set_are_exactly_its_members()
    {
        var newcomers = shop.Active().Except(shop.Active().Over(Window(WindowForm.AllBefore)));
        var firsts = PerEach(AggregateKind.Sum, Count(Orders).Over(Window(WindowForm.Ever)), shop.BySet(newcomers, "orders.customer_id"));
        shop.Value(firsts, "2026-06").ShouldBe("1");
        shop.Value(firsts, "2026-Q2").ShouldBe("5");
    }

    [Fact]
    public void The_median_per_order_and_per_orders_differ_by_the_orders_before()
    {
        // Lines of June: order 3 has 10 and 20, order 5 has 5. Orders 1, 2 and 4 exist by the end of June, with nothing in it.
        shop.Source("lines", "order_id integer -> orders, price money(2), time order_id.placed_at", "3 | 10.00 \n 3 | 20.00 \n 5 | 5.00");
        var revenue = Sum(shop.Rows("lines"), shop.Column("lines.price"));
        shop.Value(PerEach(AggregateKind.Median, revenue, shop.ByColumn("lines.order_id")), "2026-06").ShouldBe("17.5");
        shop.Value(PerEach(AggregateKind.Median, revenue, shop.BySource("orders", "lines.order_id", "orders.order_id")), "2026-06").ShouldBe("0");
    }

    [Fact]
    public void Entities_without_a_measure_are_left_out_and_counted()
    {
        var amount = Of(AggregateKind.Avg, Orders, shop.Column("orders.amount"));
        var mean = shop.Evaluate(PerEach(AggregateKind.Max, amount, shop.PerCustomers()), "2026-Q2");
        (mean.Value.ToString(), mean.N).ShouldBe(("20.5", 2));
        mean.Caveats.ShouldBe(["2 entities without a value left out"]);
    }

    [Fact]
    public void A_share_per_counts_unknown_as_not_true()
    {
        var high = Of(AggregateKind.Avg, Orders, shop.Column("orders.amount")).Is(Comparison.Greater, Number(18));
        var share = shop.Evaluate(new SharePerMeasure(high, shop.PerCustomers()), "2026-Q2");
        (share.Value.ToString(), share.Numerator.ToString(), share.Denominator.ToString(), share.N).ShouldBe(("0.25", "1", "4", 4));
        share.Caveats.ShouldBe(["small sample (n = 4)"]);
    }

    [Fact]
    public void Repeat_customers_are_those_with_two_orders() =>
        shop.Evaluate(new SharePerMeasure(Count(Orders).Is(Comparison.GreaterOrEqual, Number(2)), shop.PerCustomer()), "2026").Value.AsDouble.ShouldBe(1.0 / 3);

    [Fact]
    public void Entities_of_a_column_are_those_of_any_aggregate_in_its_own_window()
    {
        var growth = Count(Orders).Minus(Count(Orders).Over(Previous()));
        // June: ann 2 - 1, bob 0 - 1, cid 1 - 0.
        var measured = shop.Evaluate(PerEach(AggregateKind.Min, growth, shop.PerCustomer()), "2026-06");
        (measured.Value.ToString(), measured.N).ShouldBe(("-1", 3));
    }

    [Fact]
    public void Per_nests()
    {
        // Of each customer's orders of Q2 the number per status, the largest of each, their sum: ann 3, bob 1, cid 1.
        var perStatus = PerEach(AggregateKind.Max, Count(Orders), shop.ByColumn("orders.status"));
        shop.Value(PerEach(AggregateKind.Sum, perStatus, shop.PerCustomer()), "2026-Q2").ShouldBe("5");
    }

    [Fact]
    public void Of_no_entity_the_sum_is_zero_and_the_average_nothing()
    {
        shop.Value(PerEach(AggregateKind.Sum, Count(Orders), shop.PerCustomer()), "2025").ShouldBe("0");
        shop.Value(PerEach(AggregateKind.Avg, Count(Orders), shop.PerCustomer()), "2025").ShouldBe("no value (no rows)");
        shop.Value(new SharePerMeasure(Count(Orders).Is(Comparison.Greater, Number(0)), shop.PerCustomer()), "2025").ShouldBe("no value (no rows)");
    }

    [Fact]
    public void The_days_between_first_and_second_order_are_read_over_ever()
    {
        var placed = shop.Column("orders.placed_at");
        var gap = Of(AggregateKind.Nth, Orders, placed, 2).Over(Window(WindowForm.Ever)).Minus(Of(AggregateKind.First, Orders, placed).Over(Window(WindowForm.Ever)));
        // Ann: from 3 May to 2 June are 30 days; bob and cid have no second order.
        var median = shop.Evaluate(PerEach(AggregateKind.Median, gap, shop.PerCustomer()), "2026-Q2");
        (median.Value.ToString(), median.N).ShouldBe(("2592000000000", 1));
        median.Caveats.ShouldBe(["small sample (n = 1)", "2 entities without a value left out"]);
    }
}
