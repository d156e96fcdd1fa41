using MetricsAsCode.Calculation;
using MetricsAsCode.Data;
using MetricsAsCode.Results;
using MetricsAsCode.Time;
using static MetricsAsCode.Tests.Calculation.Shop;

namespace MetricsAsCode.Tests.Calculation;

public sealed class BreakdownTests
{
    [Theory]
    [InlineData("2026-Q1", "Delhi: 3; Mumbai: 2; (missing): 2")] // Pune's order has no time.
    [InlineData("2026-02", "Delhi: 2")]
    [InlineData("2025", "")]
    public void Groups_are_those_of_the_rows_in_the_period_and_missing_is_one(string period, string groups) =>
        Of(Count(OrderRows)).Groups("m0", period, "customers", "city").ShouldBe(groups);

    [Fact]
    public void Groups_are_found_before_any_filter() =>
        Of(Count(new Aggregate(new Selection("orders", PlacedAt, Kernel.TextIs("status", "cancelled")), AggregateState.Rows)))
            .Groups("m0", "2026-Q1", "customers", "city").ShouldBe("Delhi: 1; Mumbai: 0; (missing): 0");

    [Fact]
    public void A_group_without_a_row_up_to_the_end_has_no_zero_yet() =>
        Of(Count(DeliveredRows) - Count(DeliveredRows, new WindowStep.Previous())).Groups("m0", "2026-03", "customers", "city")
            .ShouldBe("Delhi: -1; Mumbai: 1; (missing): no value (no rows yet)");

    [Theory]
    [InlineData("customers", "is_member", "false: 2; true: 4; (missing): 1")]
    [InlineData("orders", "due", "2026-01-07: 1; 2026-02-02: 1; 2026-03-01: 2; 2026-03-31: 1; 2026-04-02: 1; (missing): 1")]
    [InlineData("orders", "rating", "1: 1; 2: 1; 3: 1; 4: 1; 5: 1; (missing): 2")]
    [InlineData("orders", "amount", "5.00: 1; 10.00: 1; 20.00: 1; 30.25: 1; 50.50: 1; 70.00: 1; 100.00: 1")] // In order of text.
    public void Groups_of_any_type_have_invariant_names(string source, string column, string groups) =>
        Of(Count(OrderRows)).Groups("m0", "2026-Q1", source, column).ShouldBe(groups);

    [Fact]
    public void References_are_followed_over_several_tables() =>
        Of(Read(AllLines, AggregateState.Sum, Kernel.Integer("quantity"), AggregateKind.Sum)).Groups("m0", "2026-Q1", "customers", "city")
            .ShouldBe("Delhi: 6; Mumbai: 4; (missing): 0");

    [Theory]
    [InlineData(1, "Delhi: 3; other: 4")]
    [InlineData(2, "Delhi: 3; Mumbai: 2; other: 2")]
    [InlineData(3, "Delhi: 3; Mumbai: 2; (missing): 2")]
    public void Top_keeps_the_largest_and_takes_the_rest_together(int top, string groups) =>
        Of(Count(OrderRows)).Groups("m0", "2026-Q1", "customers", "city", top).ShouldBe(groups);

    [Fact]
    public void The_rest_is_recomputed_and_not_added_up()
    {
        var shop = Of(Formula.Read(new Aggregate(AllOrders, AggregateState.Distinct, Kernel.Column("status")), AggregateKind.Distinct, Window.Own));
        var groups = shop.By("m0", "2026-Q1", "customers", "city", 1);
        groups.Select(g => $"{g.Group}: {g.Measurement.Value}").ShouldBe(["Delhi: 2", "other: 1"]);
        groups.Select(g => g.IsOther).ShouldBe([false, true]);
    }

    [Fact]
    public void Typed_results_come_by_group_and_in_series()
    {
        var shop = Of(Count(OrderRows));
        shop.Count("m0", "2026-Q1").Value.ShouldBe(7);
        shop.CountBy("m0", "2026-Q1", new Dimension("customers", "city"))["Delhi"].Value.ShouldBe(3);
        shop.CountSeries("m0", "2026-01", "2026-02", "2026-03").Select(s => s.Value.Value).ShouldBe([2, 2, 3]);
    }

    [Fact]
    public void Requests_are_answered_in_their_order_with_qualified_names()
    {
        var shop = Of(Count(OrderRows), Count(DeliveredRows));
        var results = shop.Evaluate(
        [
            new MetricRequest("shop.m1", [Handmade.At("2026-03"), Handmade.At("2026-02")]),
            new MetricRequest("m0", [Handmade.At("this month")], new Dimension("customers", "city")),
        ]);
        results.Select(r => $"{r.Metric} {r.Period} {r.Group} {r.Measurement.Value}")
            .ShouldBe(["shop.m1 2026-03  3", "shop.m1 2026-02  1", "m0 this month Mumbai 1", "m0 this month  2"]);
    }

    [Fact]
    public void A_source_that_does_not_reach_the_column_is_named() =>
        Should.Throw<UnreachableDimensionException>(() => Of(Count(new Aggregate(AllPrices, AggregateState.Rows))).Groups("m0", "2026", "customers", "city"))
            .Message.ShouldBe("`prices` does not reach `customers.city`, so what is computed from it cannot be broken down by it.");

    [Fact]
    public void A_column_that_was_not_read_is_named_with_the_remedy()
    {
        var plan = Plan(Calendar.Utc, Count(OrderRows));
        var slim = plan with { Sources = [.. plan.Sources.Select(s => s.Name == "customers" ? s with { Columns = ["customer_id"] } : s)] };
        var frames = Frames();
        frames["customers"] = new DataFrame("customers", 5, [frames["customers"]["customer_id"]]);
        var shop = new Handmade(slim, frames);
        shop.Value("m0", "2026-Q1").ShouldBe("7");
        Should.Throw<MissingColumnException>(() => shop.Groups("m0", "2026-Q1", "customers", "city"))
            .Message.ShouldBe("Column `city` of `customers` is needed but was not read. Read it too, with `also: [\"city\"]`.");
        Should.Throw<MissingColumnException>(() => new Handmade(plan, frames)).Column.ShouldBe("city");
    }

    [Fact]
    public void A_reference_to_a_row_that_is_not_there_is_a_data_error_unless_allowed()
    {
        var frames = Frames();
        frames["customers"] = Tables.Read(Customers, "customer_id | city | is_member\nc1 | Delhi | true");
        Should.Throw<DataException>(() => new Handmade(Plan(Calendar.Utc), frames));
        new Handmade(Plan(Calendar.Utc, Count(OrderRows)), frames, new CalculatorOptions { AllowDangling = true })
            .Groups("m0", "2026-Q1", "customers", "city").ShouldBe("Delhi: 3; (missing): 4");
    }
}
