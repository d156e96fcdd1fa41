using MetricsAsCode.Calculation;
using MetricsAsCode.Data;
using MetricsAsCode.Values;
using static MetricsAsCode.Tests.Calculation.Shop;

namespace MetricsAsCode.Tests.Calculation;

public sealed class OverflowTests
{
    private static readonly Int128 Most = Int128.Parse("99999999999999999999999999999999999999");

    [Fact]
    public void A_sum_of_more_than_38_digits_has_no_value_and_others_are_not_touched()
    {
        var huge = Kernel.Exact(0, (rows, row) => rows.Table().Values<long>("rating").Maybe(row) is 5 or 3 ? Most : 1);
        var shop = Of(Read(AllOrders, AggregateState.Sum, huge, AggregateKind.Sum), Read(AllOrders, AggregateState.Sum, huge, AggregateKind.Avg));
        shop.Value("m0", "2026-Q1").ShouldBe("no value (overflow)");
        shop.Value("m1", "2026-Q1").ShouldBe("no value (overflow)");
        shop.Value("m0", "2026-03").ShouldBe("3");
    }

    [Fact]
    public void A_sum_that_only_passes_through_too_many_digits_is_exact()
    {
        var waves = Kernel.Exact(0, (rows, row) => rows.Table().Values<long>("rating").Maybe(row) switch { 5 or 3 => Most, 4 or 2 => -Most, _ => 7 });
        Of(Read(AllOrders, AggregateState.Sum, waves, AggregateKind.Sum)).Value("m0", "2026-Q1").ShouldBe("21");
    }

    [Fact]
    public void A_row_that_overflows_takes_the_value_from_the_stretches_that_hold_it()
    {
        var broken = Kernel.Integer(ColumnKind.Integer, (rows, row) => checked(rows.Table().Values<long>("rating").Maybe(row) + (long.MaxValue - 4)));
        var shop = Of(Read(AllOrders, AggregateState.Extent, broken, AggregateKind.Min)); // Only 5 is too much, of c1 in January.
        shop.Value("m0", "2026-01").ShouldBe("no value (overflow)");
        shop.Value("m0", "2026-02").ShouldBe((long.MaxValue - 1).ToString());
        shop.Groups("m0", "2026-Q1", "customers", "city").ShouldBe($"Delhi: no value (overflow); Mumbai: {long.MaxValue - 3}; (missing): {long.MaxValue - 2}");
    }

    [Fact]
    public void A_condition_that_overflows_leaves_no_value_unless_an_earlier_one_drops_the_row()
    {
        var broken = Kernel.Where("broken", (rows, row) => checked(rows.Table().Values<long>("rating").Maybe(row) + (long.MaxValue - 4)) > 0);
        var notFive = Kernel.Where("rating != 5", (rows, row) => Tri.NotEqual(rows.Table().Values<long>("rating").Maybe(row), 5));
        var shop = Of(
            Count(new Aggregate(new Selection("orders", PlacedAt, broken), AggregateState.Rows)),
            Count(new Aggregate(new Selection("orders", PlacedAt, notFive, broken), AggregateState.Rows)));
        shop.Value("m0", "2026-Q1").ShouldBe("no value (overflow)");
        shop.Value("m0", "2026-02").ShouldBe("2");
        shop.Value("m1", "2026-Q1").ShouldBe("4");
    }

    [Fact]
    public void Infinity_is_no_value()
    {
        var infinite = Kernel.Number((rows, row) => rows.Table().Values<long>("rating").Maybe(row) is 5 ? double.MaxValue * 2 : 1.5);
        var large = Kernel.Number((_, _) => double.MaxValue);
        var shop = Of(
            Read(AllOrders, AggregateState.Sum, infinite, AggregateKind.Sum),
            Read(AllOrders, AggregateState.Values, infinite, AggregateKind.Median),
            Read(AllOrders, AggregateState.Sum, large, AggregateKind.Sum),
            Read(AllOrders, AggregateState.Sum, large, AggregateKind.Avg));
        shop.Value("m0", "2026-01").ShouldBe("no value (overflow)");
        shop.Value("m1", "2026-01").ShouldBe("no value (overflow)");
        shop.Value("m0", "2026-02").ShouldBe("3");
        shop.Value("m2", "2026-02").ShouldBe("no value (overflow)");
        shop.Value("m3", "2026-02").ShouldBe("no value (overflow)");
    }

    [Fact]
    public void Products_of_metrics_with_too_many_digits_have_no_value() =>
        Of(Formula.Constant(new Exact(Most)) * Count(OrderRows)).Value("m0", "2026-Q1").ShouldBe("no value (overflow)");
}
