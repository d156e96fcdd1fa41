using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Results;
using MetricsAsCode.Time;
using MetricsAsCode.Values;
using static MetricsAsCode.Tests.Reference.Bound;

namespace MetricsAsCode.Tests.Reference;

public class ReferenceEngineTests
{
    private readonly ModelBuilder shop = Shop.Model();

    public ReferenceEngineTests()
    {
        shop.Metric("orders", Count(shop.Rows("orders")));
        shop.Metric("revenue", shop.Revenue());
    }

    [Fact]
    public void The_as_of_is_the_end_of_the_newest_local_day()
    {
        shop.Engine().AsOf.ShouldBe(Instant.FromUtc(2026, 7, 2));
        shop.Product(ProductSymbol.Default with { TimeZone = "America/New_York" }).Engine().AsOf.ShouldBe(Instant.FromUtc(2026, 7, 1, 4));
    }

    [Fact]
    public void The_product_can_say_which_sources_count_for_the_as_of()
    {
        shop.Source("visits", "id integer key, at timestamp time", "1 | 2026-08-08T00:00:00Z");
        shop.Engine().AsOf.ShouldBe(Instant.FromUtc(2026, 8, 9));
        shop.Product(ProductSymbol.Default with { AsOfSources = [shop["orders"]] }).Engine().AsOf.ShouldBe(Instant.FromUtc(2026, 7, 2));
    }

    [Fact]
    public void Without_a_dated_row_nothing_has_a_value()
    {
        var empty = shop.Rows("orders", "").Engine();
        empty.AsOf.ShouldBeNull();
        var result = empty.Evaluate([new MetricRequest("hand.orders", [Period.Year(2026)])]).ShouldHaveSingleItem();
        result.Measurement.Reason.ShouldBe(Reason.NoData);
        empty.Evaluate([new MetricRequest("hand.orders", [Period.Year(2026)], new Dimension("customers", "country"))]).ShouldBeEmpty();
    }

    [Fact]
    public void Results_come_by_request_period_and_group()
    {
        var results = shop.Engine().Evaluate(
        [
            new MetricRequest("hand.revenue", [Period.Month(2026, 5), Period.Month(2026, 6)]),
            new MetricRequest("hand.orders", [Period.Month(2026, 6)], new Dimension("customers", "country")),
        ]);
        results.Select(r => $"{r.Metric} {r.Period} {r.IsGroup} {r.Group} {r.Measurement.Value}").ShouldBe(
        [
            "hand.revenue 2026-05 False  30.50",
            "hand.revenue 2026-06 False  35.25",
            "hand.orders 2026-06 True DE 2",
            "hand.orders 2026-06 True  1",
        ]);
        results[0].Measurement.Unit.ShouldBe(MetricsAsCode.Values.Unit.Money("USD"));
    }

    [Fact]
    public void The_largest_groups_stand_for_themselves_and_the_rest_as_one()
    {
        // Q2: DE 3 orders; FR and (missing) one each.
        shop.Metric("customers_active", Size(shop.Active()));
        var by = new Dimension("customers", "country");
        var results = shop.Engine().Evaluate(
        [
            new MetricRequest("hand.orders", [Period.Quarter(2026, 2)], by, Top: 1),
            new MetricRequest("hand.customers_active", [Period.Quarter(2026, 2)], by, Top: 2),
            new MetricRequest("hand.orders", [Period.Quarter(2026, 2)], by, Top: 3),
        ]);
        results.Select(r => $"{r.Group} {r.IsOther} {r.Measurement.Value}").ShouldBe(
            ["DE False 3", "other True 2", "DE False 1", "FR False 1", "other True 1", "DE False 3", "FR False 1", " False 1"]);
    }

    [Fact]
    public void A_period_that_the_calendar_does_not_have_gives_its_reason() =>
        shop.Product(ProductSymbol.Default with { WeekStart = DayOfWeek.Sunday }).Engine()
            .Evaluate([new MetricRequest("hand.orders", [Period.Week(2026, 20)])])[0].Measurement.Reason.ShouldBe(Reason.NoWeekLabels);

    [Fact]
    public void An_unknown_metric_is_named() =>
        Should.Throw<ArgumentException>(() => shop.Engine().Evaluate([new MetricRequest("hand.order", [Period.Year(2026)])]))
            .Message.ShouldBe("Module `hand` has no metric `hand.order`; it has orders, revenue.");

    [Fact]
    public void The_earliest_row_of_a_metric_is_that_of_its_sources() =>
        shop.Engine().EarliestOf("hand.orders").ShouldBe(Instant.FromUtc(2026, 5, 3, 10));
}
