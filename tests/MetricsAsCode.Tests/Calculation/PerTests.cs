using MetricsAsCode.Calculation;
using MetricsAsCode.Time;
using MetricsAsCode.Values;
using static MetricsAsCode.Tests.Calculation.Shop;

namespace MetricsAsCode.Tests.Calculation;

/// <summary>Delivered orders of the quarter: c1 two of 130.25, c2 two of 55.50, c3 one of 70.00, one of nobody; c4 and c5 none.</summary>
public sealed class PerTests
{
    private static readonly Formula Orders = Count(DeliveredRows);
    private static readonly Formula Sum = Formula.Read(Revenue, AggregateKind.Sum, Window.Own);
    private static readonly Formula Rating = Read(AllOrders, AggregateState.Sum, Kernel.Integer("rating"), AggregateKind.Avg);

    [Fact]
    public void A_column_key_has_the_entities_with_a_row_left()
    {
        var average = Of(Formula.Per(AggregateKind.Avg, Orders, PerCustomerColumn)).Of("m0", "2026-Q1");
        average.Value.AsDouble.ShouldBe(5.0 / 3);
        (average.Numerator.ToString(), average.Denominator.ToString(), average.N).ShouldBe(("5", "3", 3));
    }

    [Fact]
    public void A_source_key_has_all_its_rows_also_those_without_events() =>
        Of(Formula.Per(AggregateKind.Avg, Orders, PerCustomer)).Of("m0", "2026-Q1").Value.AsDouble.ShouldBe(1);

    [Fact]
    public void A_dated_source_key_has_the_rows_up_to_the_periods_end()
    {
        var paths = new Dictionary<string, ColumnPath> { ["orders"] = new("order_id"), ["lines"] = new("order_id") };
        var perOrder = new SourceKey(AllOrders, Window.Own, paths);
        var shop = Of(Formula.Per(AggregateKind.Avg, Count(new Aggregate(AllLines, AggregateState.Rows)), perOrder));
        shop.Of("m0", "2026-01").Value.AsDouble.ShouldBe(1); // o1 two lines, o2 none.
        shop.Of("m0", "2026-02").Value.AsDouble.ShouldBe(0.25); // Four orders by then, one line in February.
    }

    [Fact]
    public void A_set_key_has_exactly_the_members()
    {
        var key = new SetKey(Active(new WindowStep.Previous()), PerCustomer.Paths);
        var shop = Of(Formula.Per(AggregateKind.Sum, Orders, key), Formula.Per(AggregateKind.Count, Orders, key));
        shop.Value("m0", "2026-02").ShouldBe("1"); // c1 one, c2 none.
        shop.Value("m1", "2026-02").ShouldBe("2");
        shop.Value("m0", "2026-03").ShouldBe("0"); // c1
        shop.Of("m0", "2026-03").N.ShouldBe(1);
    }

    [Theory]
    [InlineData(AggregateKind.Median, 0, "70")]
    [InlineData(AggregateKind.Min, 0, "55.50")]
    [InlineData(AggregateKind.Max, 0, "130.25")]
    [InlineData(AggregateKind.Sum, 0, "255.75")]
    [InlineData(AggregateKind.Percentile, 0.75, "100.125")]
    [InlineData(AggregateKind.PercentileDisc, 0.5, "70.00")]
    [InlineData(AggregateKind.Count, 0, "3")]
    [InlineData(AggregateKind.Distinct, 0, "3")]
    public void Measures_of_entities_are_aggregated(AggregateKind kind, double parameter, string value) =>
        Of(Formula.Per(kind, Sum, PerCustomerColumn, parameter)).Value("m0", "2026-Q1").ShouldBe(value);

    [Fact]
    public void A_share_counts_the_entities_for_which_the_condition_is_true()
    {
        var repeat = Formula.SharePer(Formula.Compare(Orders, Comparison.GreaterOrEqual, Formula.Constant(2)), PerCustomerColumn);
        var share = Of(repeat).Of("m0", "2026-Q1");
        share.Value.AsDouble.ShouldBe(2.0 / 3);
        (share.Numerator.ToString(), share.Denominator.ToString(), share.N).ShouldBe(("2", "3", 3));
        Of(repeat).Value("m0", "2025").ShouldBe("no value (no rows)");
    }

    [Fact]
    public void Entities_without_a_measure_are_left_out_and_counted()
    {
        var average = Of(Formula.Per(AggregateKind.Avg, Rating, PerCustomer)).Of("m0", "2026-Q1");
        average.Value.AsDouble.ShouldBe(2.5); // c1 four, c2 one.
        average.Caveats.ShouldBe(["small sample (n = 2)", "3 entities without a value left out"]);
    }

    [Fact]
    public void Unknown_is_not_true_in_a_share_of_entities()
    {
        var happy = Formula.SharePer(Formula.Compare(Rating, Comparison.Greater, Formula.Constant(3)), PerCustomer);
        Of(happy).Of("m0", "2026-Q1").Value.AsDouble.ShouldBe(0.2);
    }

    [Fact]
    public void A_measure_may_mix_sources_that_reach_the_entity()
    {
        var lines = Count(new Aggregate(AllLines, AggregateState.Rows));
        var both = Formula.Per(AggregateKind.Max, lines * Formula.Constant(10) + Orders, PerCustomer);
        Of(both).Value("m0", "2026-Q1").ShouldBe("32"); // c1: three lines, two orders.
    }

    [Fact]
    public void Windows_inside_a_measure_lead_from_the_period_itself()
    {
        var growth = Orders - Count(DeliveredRows, new WindowStep.Previous());
        Of(Formula.Per(AggregateKind.Min, growth, PerCustomer)).Value("m0", "2026-03").ShouldBe("-1"); // c1
        Of(Formula.Per(AggregateKind.Count, growth, PerCustomerColumn)).Value("m0", "2026-03").ShouldBe("3"); // c1 for its February.
    }

    [Fact]
    public void Entities_are_told_apart_within_each_group() =>
        Of(Formula.Per(AggregateKind.Avg, Orders, PerCustomer)).Groups("m0", "2026-Q1", "customers", "city")
            .ShouldBe("Delhi: 1; Mumbai: 2; Pune: no value (no rows); (missing): 1");

    [Fact]
    public void Members_without_a_row_are_found_within_each_group()
    {
        var key = new SetKey(Active(new WindowStep.Previous()), new Dictionary<string, ColumnPath> { ["lines"] = new(["order_id"], "customer_id") });
        var shop = Of(Formula.Per(AggregateKind.Count, Count(new Aggregate(AllLines, AggregateState.Rows)), key));
        shop.Value("m0", "2026-02").ShouldBe("2");
        shop.Groups("m0", "2026-02", "customers", "city").ShouldBe("Delhi: 1; Mumbai: 0");
    }

    [Fact]
    public void Times_of_entities_subtract_to_durations()
    {
        var placed = new Aggregate(Delivered, AggregateState.Ordered, Kernel.Column("placed_at"));
        var gap = Formula.Read(placed, AggregateKind.Nth, Window.Own, 2) - Formula.Read(placed, AggregateKind.First, Window.Own);
        // c1: 5 January 08:00 to 28 February 23:59:59; c2: 31 January 12:00 to 31 March 23:00; c3 has no second.
        var c2 = (59 * 24 + 11) * 3_600_000_000L;
        var c1 = (54 * 24 + 16) * 3_600_000_000L - 1_000_000;
        var median = Of(Formula.Per(AggregateKind.Median, gap, PerCustomerColumn)).Of("m0", "2026-Q1");
        median.Value.AsDouble.ShouldBe((c1 + c2) / 2.0);
        median.Caveats.ShouldBe(["small sample (n = 2)", "1 entity without a value left out"]);
    }

    [Fact]
    public void Each_computes_for_every_unit_that_has_ended()
    {
        var average = Formula.Each(AggregateKind.Avg, Formula.Size(Active()), Grain.Month, Window.Own);
        Of(average).Of("m0", "2026-Q1").Value.AsDouble.ShouldBe(5.0 / 3);
        var early = With(new CalculatorOptions { AsOf = Instant.FromUtc(2026, 3, 15) }, average).Of("m0", "2026-Q1");
        (early.Value.AsDouble, early.N).ShouldBe((1.5, 2));
        Of(Formula.Each(AggregateKind.Max, Count(OrderRows), Grain.Day, Window.Of(new WindowStep.Ever()))).Of("m0", "2026-Q1").N.ShouldBe(86); // 5 January to 31 March.
    }

    [Fact]
    public void Each_with_a_set_test_asks_for_the_set_of_each_unit()
    {
        var returning = Kernel.Where("in active over previous", (rows, row) => rows.Test(0, row), new SetTest(new ColumnPath("customer_id"), Active(new WindowStep.Previous())));
        var count = Count(new Aggregate(new Selection("orders", PlacedAt, returning), AggregateState.Rows));
        Of(Formula.Each(AggregateKind.Sum, count, Grain.Month, Window.Own)).Value("m0", "2026-Q1").ShouldBe("2");
    }

    [Fact]
    public void Per_inside_each_and_each_inside_arithmetic_agree()
    {
        var each = Formula.Each(AggregateKind.Sum, Formula.Per(AggregateKind.Sum, Sum, PerCustomer), Grain.Month, Window.Own);
        Of(each + Formula.Constant(new Exact(25, 2))).Value("m0", "2026-Q1").ShouldBe("256.00");
    }

    [Fact]
    public void A_per_inside_a_per_looks_at_the_entities_of_each_entity()
    {
        var quantity = Read(AllLines, AggregateState.Sum, Kernel.Integer("quantity"), AggregateKind.Sum);
        var perOrder = Formula.Per(AggregateKind.Avg, quantity, new ColumnKey(new Dictionary<string, ColumnPath> { ["lines"] = new("order_id") }));
        // c1: orders of 3 and 3; c2: 4; c3: one line of unknown quantity, 0.
        Of(Formula.Per(AggregateKind.Sum, perOrder, PerCustomerColumn)).Of("m0", "2026-Q1").Value.AsDouble.ShouldBe(7);
    }

    [Fact]
    public void A_key_of_filtered_rows_has_only_those()
    {
        var delhi = Kernel.TextIs("city", "Delhi");
        var key = new SourceKey(new Selection("customers", null, delhi), Window.Own, PerCustomer.Paths);
        var average = Of(Formula.Per(AggregateKind.Avg, Orders, key)).Of("m0", "2026-Q1");
        (average.Value.AsDouble, average.N).ShouldBe((1, 2)); // c1 two, c4 none.
    }
}
