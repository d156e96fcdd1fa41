using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Syntax;
using static MetricsAsCode.Tests.Reference.Bound;

namespace MetricsAsCode.Tests.Reference;

public class BreakdownTests
{
    private readonly ModelBuilder shop = Shop.Model();

    private BoundRows Orders => shop.Rows("orders");

    [Fact]
    public void Groups_are_those_of_the_period_and_missing_is_one_of_them()
    {
        shop.By(Count(Orders), "2026-05", "customers.country").ShouldBe("DE 1, FR 1");
        shop.By(Count(Orders), "2026-Q2", "customers.country").ShouldBe("DE 3, FR 1, (missing) 1");
        shop.By(Count(Orders), "2026", "customers.country").ShouldBe("DE 3, FR 1, (missing) 2");
        shop.By(Count(Orders), "2025", "customers.country").ShouldBe("");
    }

    [Fact]
    public void Groups_are_found_before_any_where() =>
        shop.By(Count(shop.Delivered()), "2026-Q2", "customers.country").ShouldBe("DE 3, FR 1, (missing) 0");

    [Fact]
    public void A_group_without_a_row_by_the_end_of_the_window_has_no_value()
    {
        // In May nobody without a country has ordered yet; in June nobody from France.
        var growth = Count(Orders).Minus(Count(Orders).Over(Previous()));
        shop.By(growth, "2026-06", "customers.country").ShouldBe("DE 1, FR -1, (missing) no value (no rows yet)");
        var revenue = shop.Revenue().Over(Previous());
        shop.By(revenue, "2026-06", "customers.country").ShouldBe("DE 10.00, FR 20.50");
        shop.By(Size(shop.Active()).Plus(Size(shop.Active().Over(Previous()))), "2026-06", "customers.country")
            .ShouldBe("DE 2, FR 1, (missing) no value (no rows yet)");
    }

    [Fact]
    public void The_same_goes_for_sums_over_entities_and_units()
    {
        // June: DE 2 orders, FR none, (missing) 1; May: DE 1, FR 1, (missing) never before.
        var perCustomer = PerEach(AggregateKind.Sum, Count(Orders), shop.PerCustomer()).Over(Previous());
        shop.By(Count(Orders).Plus(perCustomer), "2026-06", "customers.country").ShouldBe("DE 3, FR 1, (missing) no value (no rows yet)");
        var perDay = Each(AggregateKind.Sum, Count(Orders), Grain.Day).Over(Previous());
        shop.By(Count(Orders).Plus(perDay), "2026-06", "customers.country").ShouldBe("DE 3, FR 1, (missing) no value (no rows yet)");
    }

    [Fact]
    public void Ungrouped_nothing_is_zero_and_in_a_group_that_had_rows_too() =>
        shop.By(Count(Orders).Plus(Count(Orders).Over(Window(WindowForm.Ever))), "2026-07", "customers.country")
            .ShouldBe("DE 3, FR 1, (missing) 3");

    [Fact]
    public void Sets_and_entities_are_those_of_the_group()
    {
        shop.By(Size(shop.Active()), "2026-Q2", "customers.country").ShouldBe("DE 1, FR 1, (missing) 1");
        shop.By(PerEach(AggregateKind.Avg, Count(Orders), shop.PerCustomer()), "2026-Q2", "customers.country").ShouldBe("DE 3, FR 1, (missing) 1");
        shop.By(PerEach(AggregateKind.Avg, Count(Orders), shop.PerCustomers()), "2026-Q2", "customers.country").ShouldBe("DE 1.5, FR 1, (missing) 1");
    }

    [Fact]
    public void Whether_a_row_is_in_a_set_does_not_depend_on_the_group()
    {
        // Customers with a cancelled order: cid. All groups look at the same set.
        var cancelled = Set(Orders.Where(shop.Column("orders.status").Eq(Text("cancelled"))), shop.Column("orders.customer_id"));
        var orders = Count(Orders.Where(new RowInSet(shop.Column("orders.customer_id"), cancelled)));
        shop.By(orders, "2026-06", "orders.status").ShouldBe("cancelled 1, delivered 0");
        shop.By(Count(Orders.Where(new RowInSet(shop.Column("orders.customer_id"), shop.Active().Over(Previous())))), "2026-06", "orders.rating")
            .ShouldBe("2 0, 3 1, 4 1");
    }

    [Fact]
    public void A_source_that_does_not_reach_the_column_is_an_error() =>
        Should.Throw<ArgumentException>(() => shop.By(Count(shop.Rows("customers")), "2026", "orders.status"))
            .Message.ShouldBe("`customers` does not reach `orders.status`, so it cannot be broken down by it.");

    [Fact]
    public void Two_ways_to_a_column_are_an_error()
    {
        var model = new ModelBuilder()
            .Source("cities", "city text key, country text")
            .Source("trips", "id integer key, start text -> cities, goal text -> cities");
        Should.Throw<ArgumentException>(() => model.By(Count(model.Rows("trips")), "2026", "cities.country", "2026-12-31"))
            .Message.ShouldContain("in 2 ways: start, goal");
    }

    [Fact]
    public void Groups_that_are_numbers_sort_by_size()
    {
        var model = new ModelBuilder().Source("t", "id integer key, size integer?, is_open boolean?, day date?", """
            1 | 10 | true  | 2026-07-01
            2 | 9  | false | 2026-06-30
            3 |    |       |
            """);
        model.By(Count(model.Rows("t")), "2026", "t.size", "2026-12-31").ShouldBe("9 1, 10 1, (missing) 1");
        model.By(Count(model.Rows("t")), "2026", "t.is_open", "2026-12-31").ShouldBe("false 1, true 1, (missing) 1");
        model.By(Count(model.Rows("t")), "2026", "t.day", "2026-12-31").ShouldBe("2026-06-30 1, 2026-07-01 1, (missing) 1");
    }
}
