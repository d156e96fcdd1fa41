using MetricsAsCode.Calculation;
using MetricsAsCode.Time;
using static MetricsAsCode.Tests.Calculation.Shop;

namespace MetricsAsCode.Tests.Calculation;

/// <summary>Active customers (with a delivered order): January c1 c2, February c1, March c2 c3.</summary>
public sealed class SetTests
{
    private static readonly WindowStep Before = new WindowStep.Previous();
    private static readonly ColumnPath Customer = new("customer_id");

    [Theory]
    [InlineData("2026-02", "1", "1", "2")]
    [InlineData("2026-03", "0", "1", "3")]
    [InlineData("2026-01", "0", "0", "2")]
    public void Sets_intersect_except_and_unite(string period, string kept, string lost, string either)
    {
        var shop = Of(
            Formula.Size(Active(Before).Intersect(Active())), Formula.Size(Active(Before).Except(Active())), Formula.Size(Active(Before).Union(Active())));
        (shop.Value("m0", period), shop.Value("m1", period), shop.Value("m2", period)).ShouldBe((kept, lost, either));
    }

    [Fact]
    public void Churn_is_a_ratio_with_its_operands()
    {
        var shop = Of(Formula.Size(Active(Before).Except(Active())) / Formula.Size(Active(Before)));
        var february = shop.Of("m0", "2026-02");
        february.Value.AsDouble.ShouldBe(0.5);
        (february.Numerator.ToString(), february.Denominator.ToString(), february.N).ShouldBe(("1", "2", 2));
        shop.Value("m0", "2026-01").ShouldBe("no value (division by zero)");
    }

    [Fact]
    public void A_condition_asks_for_the_set_of_the_rows_own_stretch()
    {
        var test = new SetTest(Customer, Active(Before));
        var returning = Kernel.Where("customer_id in (active over previous)", (rows, row) => rows.Test(0, row), test);
        var strangers = Kernel.Where("not customer_id in (active over previous)", (rows, row) => !rows.Test(0, row), test);
        var shop = Of(
            Count(new Aggregate(new Selection("orders", PlacedAt, returning), AggregateState.Rows)),
            Count(new Aggregate(new Selection("orders", PlacedAt, strangers), AggregateState.Rows)),
            Count(new Aggregate(new Selection("orders", PlacedAt, returning), AggregateState.Rows), Before));
        shop.Value("m0", "2026-02").ShouldBe("2"); // Both are of c1.
        shop.Value("m0", "2026-03").ShouldBe("0");
        shop.Value("m1", "2026-03").ShouldBe("2"); // The order without a customer is neither.
        shop.Value("m2", "2026-03").ShouldBe("2"); // February's, with the set of January.
        shop.Groups("m0", "2026-02", "customers", "city").ShouldBe("Delhi: 2");
    }

    [Fact]
    public void Sets_over_rows_tested_against_sets_are_found_in_turn()
    {
        var wasActive = Kernel.Where("in active over previous", (rows, row) => rows.Test(0, row), new SetTest(Customer, Active(Before)));
        var loyal = new Aggregate(new Selection("orders", PlacedAt, wasActive), AggregateState.Distinct, Kernel.Column("customer_id"));
        var isLoyal = Kernel.Where("in loyal", (rows, row) => rows.Test(0, row), new SetTest(Customer, new SetReading(loyal, Window.Of(Before))));
        var shop = Of(
            Formula.Size(new SetReading(loyal, Window.Own)),
            Count(new Aggregate(new Selection("orders", PlacedAt, isLoyal), AggregateState.Rows)));
        shop.Value("m0", "2026-02").ShouldBe("1"); // c1
        shop.Value("m1", "2026-03").ShouldBe("0"); // c1 was loyal in February and has no order in March.
        shop.Value("m1", "2026-02").ShouldBe("0");
        // The 32 days before begin on 27 January; c1 has an order in them and was active in the 32 days before those.
        shop.Value("m1", "2026-02-28..2026-03-31").ShouldBe("1");
    }

    [Fact]
    public void A_tested_set_without_a_stretch_leaves_no_value()
    {
        var test = new SetTest(Customer, Active(new WindowStep.LastWhole(Grain.Month)));
        var rows = new Selection("orders", PlacedAt, Kernel.Where("in active every month", (r, row) => r.Test(0, row), test));
        var shop = Of(Count(new Aggregate(rows, AggregateState.Rows)));
        shop.Value("m0", "2026-03-15").ShouldBe("no value (too fine for every month)");
        shop.Value("m0", "2026-03").ShouldBe("2");
    }

    [Fact]
    public void Sets_are_computed_for_each_group() =>
        Of(Formula.Size(Active(Before).Except(Active()))).Groups("m0", "2026-02", "customers", "city").ShouldBe("Delhi: 0; Mumbai: 1");
}
