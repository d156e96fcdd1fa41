using MetricsAsCode.Calculation;
using MetricsAsCode.Data;
using MetricsAsCode.Time;
using static MetricsAsCode.Tests.Calculation.Shop;

namespace MetricsAsCode.Tests.Calculation;

public sealed class AggregateTests
{
    [Theory]
    [InlineData("2026-01", "2")]
    [InlineData("2026-02", "2")] // From the first instant of February to its last second.
    [InlineData("2026-03", "3")]
    [InlineData("2026-Q1", "7")] // The order without a time is in no period.
    [InlineData("2025", "0")]
    public void Rows_count_in_the_period_that_holds_their_time(string period, string count) =>
        Of(Count(OrderRows)).Value("m0", period).ShouldBe(count);

    [Theory]
    [InlineData("2026-01", "150.50")]
    [InlineData("2026-02", "30.25")]
    [InlineData("2026-Q1", "265.75")]
    [InlineData("2025", "0.00")]
    public void Sums_of_money_are_exact_also_of_nothing(string period, string sum) =>
        Of(Formula.Read(Revenue, AggregateKind.Sum, Window.Own)).Value("m0", period).ShouldBe(sum);

    [Fact]
    public void An_average_is_the_sum_over_the_count()
    {
        var average = Of(Formula.Read(Revenue, AggregateKind.Avg, Window.Own)).Of("m0", "2026-01");
        average.Value.AsDouble.ShouldBe(75.25);
        average.Numerator.ToString().ShouldBe("150.50");
        average.Denominator.ToString().ShouldBe("2");
        average.N.ShouldBe(2);
        average.Caveats.ShouldBe(["small sample (n = 2)"]);
    }

    [Fact]
    public void An_average_of_nothing_has_no_value() =>
        Of(Formula.Read(Revenue, AggregateKind.Avg, Window.Own)).Value("m0", "2025").ShouldBe("no value (no rows)");

    // The ratings of the quarter are 5, missing, 3, 4, missing, 2, 1.
    [Theory]
    [InlineData(AggregateState.Sum, AggregateKind.Count, 0, "5")]
    [InlineData(AggregateState.Sum, AggregateKind.Sum, 0, "15")]
    [InlineData(AggregateState.Extent, AggregateKind.Min, 0, "1")]
    [InlineData(AggregateState.Extent, AggregateKind.Max, 0, "5")]
    [InlineData(AggregateState.Values, AggregateKind.Median, 0, "3")]
    [InlineData(AggregateState.Values, AggregateKind.Percentile, 0.9, "4.6")]
    [InlineData(AggregateState.Values, AggregateKind.PercentileDisc, 0.9, "5")]
    [InlineData(AggregateState.Values, AggregateKind.PercentileDisc, 0.4, "2")]
    [InlineData(AggregateState.Ordered, AggregateKind.First, 0, "5")]
    [InlineData(AggregateState.Ordered, AggregateKind.Last, 0, "1")]
    [InlineData(AggregateState.Ordered, AggregateKind.Nth, 4, "4")]
    [InlineData(AggregateState.Ordered, AggregateKind.Nth, 2, "no value (missing value)")]
    [InlineData(AggregateState.Ordered, AggregateKind.Nth, 8, "no value (no rows)")]
    public void Every_reading_skips_missing_values_but_places_count_them(AggregateState state, AggregateKind kind, double parameter, string value)
    {
        var rating = Of(Read(AllOrders, state, Kernel.Integer("rating"), kind, parameter)).Of("m0", "2026-Q1");
        rating.Value.ToString().ShouldBe(value);
        rating.N.ShouldBe(5);
    }

    [Fact]
    public void The_sample_deviation_of_one_to_five_is_the_root_of_two_and_a_half()
    {
        var shop = Of(Read(AllOrders, AggregateState.Values, Kernel.Integer("rating"), AggregateKind.StdDev));
        shop.Of("m0", "2026-Q1").Value.AsDouble.ShouldBe(Math.Sqrt(2.5), 1e-15);
        shop.Value("m0", "2026-01").ShouldBe("no value (fewer than two rows)");
    }

    [Theory]
    [InlineData("status", AggregateState.Extent, AggregateKind.Min, "cancelled")]
    [InlineData("status", AggregateState.Extent, AggregateKind.Max, "delivered")]
    [InlineData("status", AggregateState.Ordered, AggregateKind.Nth, "cancelled")]
    [InlineData("status", AggregateState.Sum, AggregateKind.Count, "7")]
    [InlineData("customer_id", AggregateState.Distinct, AggregateKind.Distinct, "3")]
    [InlineData("due", AggregateState.Extent, AggregateKind.Max, "2026-04-02")]
    [InlineData("placed_at", AggregateState.Extent, AggregateKind.Min, "2026-01-05T08:00:00Z")]
    [InlineData("amount", AggregateState.Extent, AggregateKind.Max, "100.00")]
    [InlineData("amount", AggregateState.Sum, AggregateKind.Sum, "285.75")]
    [InlineData("rating", AggregateState.Distinct, AggregateKind.Distinct, "5")]
    public void Columns_are_aggregated_as_they_are_and_keep_their_type(string column, AggregateState state, AggregateKind kind, string value) =>
        Of(Read(AllOrders, state, Kernel.Column(column), kind, 3)).Value("m0", "2026-Q1").ShouldBe(value);

    [Fact]
    public void Columns_are_read_along_references()
    {
        var city = new ColumnValue(new ColumnPath(["customer_id"], "city"), new ColumnType(ColumnKind.Text));
        Of(Read(AllOrders, AggregateState.Extent, city, AggregateKind.Max)).Value("m0", "2026-Q1").ShouldBe("Mumbai");
        Of(Read(AllOrders, AggregateState.Distinct, city, AggregateKind.Distinct)).Value("m0", "2026-Q1").ShouldBe("2");
    }

    [Fact]
    public void Computed_truths_and_texts_are_aggregated()
    {
        var isLate = Kernel.Truth((rows, row) => Tri.Greater(rows.DateOf(rows.Table().Values<long>("placed_at")[row]), rows.Table().Values<int>("due").Maybe(row)));
        Of(Read(AllOrders, AggregateState.Extent, isLate, AggregateKind.Max)).Value("m0", "2026-Q1").ShouldBe("false");
        var word = Kernel.Text((rows, row) => rows.Table().Texts("status").Text(row) + (rows.Table().Texts("order_id").Text(row)));
        Of(Read(AllOrders, AggregateState.Extent, word, AggregateKind.Max)).Value("m0", "2026-Q1").ShouldBe("deliveredo7");
        Of(Read(AllOrders, AggregateState.Ordered, word, AggregateKind.Last)).Value("m0", "2026-02").ShouldBe("deliveredo4");
        Of(Read(AllOrders, AggregateState.Distinct, word, AggregateKind.Distinct)).Value("m0", "2026-Q1").ShouldBe("7");
    }

    [Fact]
    public void A_share_is_hits_over_base()
    {
        var share = Of(Formula.Share(DeliveredRows, OrderRows, Window.Own));
        var quarter = share.Of("m0", "2026-Q1");
        quarter.Value.AsDouble.ShouldBe(6.0 / 7);
        (quarter.Numerator.ToString(), quarter.Denominator.ToString(), quarter.N).ShouldBe(("6", "7", 7));
        share.Value("m0", "2025").ShouldBe("no value (no rows)");
    }

    [Fact]
    public void Rows_of_a_static_source_count_in_every_period()
    {
        var shop = Of(Count(new Aggregate(AllPrices, AggregateState.Rows)), Read(AllPrices, AggregateState.Sum, Kernel.Money("price"), AggregateKind.Sum));
        shop.Value("m0", "1990").ShouldBe("2");
        shop.Value("m1", "2026-03-31").ShouldBe("4.09");
    }

    [Fact]
    public void Lines_take_the_time_of_their_order()
    {
        var quantity = Of(Read(AllLines, AggregateState.Sum, Kernel.Integer("quantity"), AggregateKind.Sum));
        quantity.Value("m0", "2026-01").ShouldBe("3");
        quantity.Value("m0", "2026-03").ShouldBe("4");
        quantity.Value("m0", "2026-Q1").ShouldBe("10"); // The fifty of the order without a time are in no period.
    }

    [Fact]
    public void Another_time_column_decides_the_period()
    {
        var due = new Aggregate(new Selection("orders", new ColumnPath("due")), AggregateState.Rows);
        Of(Count(due)).Value("m0", "2026-02").ShouldBe("1");
        Of(Count(due)).Value("m0", "2026-03").ShouldBe("3");
        Of(Count(due)).Value("m0", "2026-Q2").ShouldBe("0"); // Due on the second of April, after the as-of.
    }

    [Fact]
    public void Several_filters_must_all_hold()
    {
        var good = Kernel.Where("rating >= 4", (rows, row) => Tri.GreaterOrEqual(rows.Table().Values<long>("rating").Maybe(row), 4));
        var rows = new Selection("orders", PlacedAt, Kernel.TextIs("status", "delivered"), good);
        Of(Count(new Aggregate(rows, AggregateState.Rows))).Value("m0", "2026-Q1").ShouldBe("2");
    }
}
