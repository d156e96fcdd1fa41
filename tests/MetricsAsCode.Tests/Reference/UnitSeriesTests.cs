using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Syntax;
using MetricsAsCode.Results;
using static MetricsAsCode.Tests.Reference.Bound;

namespace MetricsAsCode.Tests.Reference;

public class UnitSeriesTests
{
    private readonly ModelBuilder shop = Shop.Model();

    private BoundRows Orders => shop.Rows("orders");

    [Fact]
    public void Each_unit_is_one_value()
    {
        // May 2, June 3; July has not ended.
        var monthly = shop.Evaluate(Each(AggregateKind.Avg, Count(Orders), Grain.Month), "2026-05-01..2026-07-31");
        (monthly.Value.ToString(), monthly.N).ShouldBe(("2.5", 2));
        monthly.Caveats.ShouldBe(["unfinished period", "small sample (n = 2)"]);
        shop.Value(Each(AggregateKind.Sum, Count(Orders), Grain.Day), "2026-Q2").ShouldBe("5");
        shop.Value(Each(AggregateKind.Max, Count(Orders), Grain.Month), "2026-Q2").ShouldBe("3");
    }

    [Fact]
    public void Units_without_a_value_are_left_out()
    {
        var rating = Of(AggregateKind.Min, Orders, shop.Column("orders.rating"));
        var days = shop.Evaluate(Each(AggregateKind.Count, rating, Grain.Day), "2026-Q2");
        (days.Value.ToString(), days.N).ShouldBe(("4", 4));
        shop.Value(Each(AggregateKind.Max, rating, Grain.Day), "2025").ShouldBe("no value (no rows)");
    }

    [Fact]
    public void Without_a_first_day_the_units_begin_with_the_earliest_row() =>
        // From 3 May to 30 June are 59 days.
        shop.Value(Each(AggregateKind.Count, Count(Orders), Grain.Day).Over(Window(WindowForm.Ever)), "2026-06").ShouldBe("59");

    [Fact]
    public void A_unit_of_each_is_the_period_of_windows_inside() =>
        // Over each day of the last of June its trailing 29 days: 2 June to 30 June.
        shop.Value(Each(AggregateKind.Max, Count(Orders).Over(Trailing(29, Grain.Day)), Grain.Day), "2026-06-30").ShouldBe("3");

    [Fact]
    public void Every_month_takes_the_last_whole_month_that_has_ended()
    {
        var monthly = Count(Orders).Every(Grain.Month);
        shop.Value(monthly, "2026-Q2").ShouldBe("3");
        shop.Value(monthly, "2026").ShouldBe("3");
        shop.Value(monthly, "2026-06-30").ShouldBe("no value (too fine for every month)");
        shop.Value(monthly, "2026-07").ShouldBe("no value (no whole month yet)");
        shop.Value(monthly.Over(Previous()), "2026-Q3").ShouldBe("3");
    }

    [Fact]
    public void Without_a_whole_month_there_is_no_value_whatever_the_formula()
    {
        var formula = Call(ScalarFunction.Coalesce, Of(AggregateKind.Avg, Orders, shop.Column("orders.rating")), Number(3));
        shop.Value(formula.Every(Grain.Month), "2026-07").ShouldBe("no value (no whole month yet)");
        shop.Value(new IsMissingMeasure(formula).Over(Previous()), "0001").ShouldBe("no value (outside the years 1 to 9999)");
    }

    [Fact]
    public void A_metric_brings_its_own_every()
    {
        var monthly = shop.Metric("monthly", Count(Orders), Grain.Month);
        var marked = shop.Metric("marked", Count(Orders).Every(Grain.Month), Grain.Month);
        shop.Value(new MetricMeasure(monthly), "2026").ShouldBe("3");
        shop.Value(new MetricMeasure(marked), "2026").ShouldBe("3");
        shop.Value(new MetricMeasure(monthly).Plus(Count(Orders)), "2026").ShouldBe("9");
    }

    [Fact]
    public void A_period_that_ends_after_the_as_of_is_unfinished_but_a_whole_month_in_it_is_not()
    {
        shop.Evaluate(Count(Orders), "2026").Caveats.ShouldBe([Caveat.UnfinishedPeriod]);
        shop.Evaluate(Count(Orders), "2026-Q2").Caveats.ShouldBeEmpty();
        shop.Evaluate(Count(Orders).Every(Grain.Month), "2026").Caveats.ShouldBeEmpty();
        shop.Evaluate(new MetricMeasure(shop.Metric("alias", Count(Orders), Grain.Month)), "2026").Caveats.ShouldBeEmpty();
        shop.Evaluate(Count(Orders).Every(Grain.Month).Plus(Number(1)), "2026").Caveats.ShouldBe([Caveat.UnfinishedPeriod]);
    }

    [Fact]
    public void A_small_sample_is_one_below_thirty_of_an_estimate()
    {
        shop.Evaluate(Of(AggregateKind.Avg, Orders, shop.Column("orders.amount")), "2026-Q2").Caveats.ShouldBe(["small sample (n = 4)"]);
        shop.Evaluate(Of(AggregateKind.Max, Orders, shop.Column("orders.amount")), "2026-Q2").Caveats.ShouldBeEmpty();
        shop.Evaluate(Of(AggregateKind.Avg, Orders, shop.Column("orders.amount")), "2025").Caveats.ShouldBeEmpty();
    }
}
