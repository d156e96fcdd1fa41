using MetricsAsCode.Calculation;
using MetricsAsCode.Data;
using MetricsAsCode.Time;
using MetricsAsCode.Values;
using static MetricsAsCode.Tests.Calculation.Shop;

namespace MetricsAsCode.Tests.Calculation;

public sealed class WindowTests
{
    [Fact]
    public void The_month_before_march_is_the_whole_of_february() =>
        Of(Count(OrderRows, new WindowStep.Previous())).Value("m0", "2026-03").ShouldBe("2");

    [Fact]
    public void Trailing_days_end_with_the_last_of_the_period() =>
        Of(Count(OrderRows, new WindowStep.Trailing(28, Grain.Day))).Value("m0", "2026-02-28").ShouldBe("2"); // From the first of February on.

    [Fact]
    public void Ever_and_all_before_are_open_to_the_left()
    {
        var shop = Of(Count(OrderRows, new WindowStep.Ever()), Count(OrderRows, new WindowStep.AllBefore()));
        shop.Value("m0", "2026-02").ShouldBe("4");
        shop.Value("m1", "2026-03").ShouldBe("4");
        shop.Value("m1", "2026-01").ShouldBe("0");
    }

    [Fact]
    public void Windows_of_windows_are_applied_from_the_outside() =>
        Of(Count(OrderRows, new WindowStep.Previous(), new WindowStep.Previous())).Value("m0", "2026-03").ShouldBe("2"); // January.

    [Fact]
    public void A_window_without_a_stretch_gives_its_reason()
    {
        var shop = Of(Count(OrderRows, new WindowStep.LastWhole(Grain.Month)), Count(OrderRows, new WindowStep.LastWhole(Grain.Month)) + Count(OrderRows));
        shop.Value("m0", "2026-Q1").ShouldBe("3");
        shop.Value("m0", "2026-03-05").ShouldBe("no value (too fine for every month)");
        shop.Value("m1", "2026-03-05").ShouldBe("no value (too fine for every month)");
        shop.Of("m1", "2026-03-01").N.ShouldBe(1); // Of the second leaf: the first was not computed.
    }

    [Fact]
    public void Rows_at_or_after_the_as_of_do_not_count()
    {
        var shop = With(new CalculatorOptions { AsOf = Instant.FromUtc(2026, 3, 1) }, Count(OrderRows), Count(OrderRows, new WindowStep.PreviousToDate()));
        shop.Value("m0", "2026-Q1").ShouldBe("4");
        shop.Of("m0", "2026-Q1").Caveats.ShouldBe(["unfinished period"]);
        shop.Of("m0", "2026-02").Caveats.ShouldBeEmpty();
        shop.Value("m0", "2026-03").ShouldBe("0");
    }

    [Fact]
    public void The_as_of_is_the_end_of_the_newest_day() => Of().AsOf.ShouldBe(Instant.FromUtc(2026, 4, 1));

    [Fact]
    public void The_newest_day_is_one_of_the_products_zone()
    {
        var calendar = new Calendar(TimeZoneInfo.FindSystemTimeZoneById("Asia/Kolkata"));
        var shop = new Handmade(Plan(calendar, Count(OrderRows)), Frames());
        shop.AsOf.ShouldBe(Instant.FromUtc(2026, 4, 1, 18, 30)); // 31 March 23:00Z is 1 April in Kolkata.
        shop.Value("m0", "2026-03").ShouldBe("3"); // 28 February 23:59:59Z is in March; the newest is in April.
    }

    [Fact]
    public void Named_sources_say_how_far_the_data_reach()
    {
        var plan = Plan(Calendar.Utc, Count(OrderRows)) with { AsOfSources = ["lines"] };
        new Handmade(plan, Frames()).AsOf.ShouldBe(Instant.FromUtc(2026, 4, 1));
        var frames = Frames();
        frames["lines"] = Tables.Read(Lines, "line_id | order_id | product | quantity\nl1 | o4 | tea | 1");
        new Handmade(plan, frames).AsOf.ShouldBe(Instant.FromUtc(2026, 3, 1));
    }

    [Fact]
    public void Without_a_dated_row_nothing_has_a_value()
    {
        var frames = Frames();
        frames["orders"] = DataFrame.Empty(Orders);
        frames["lines"] = DataFrame.Empty(Lines);
        var shop = new Handmade(Plan(Calendar.Utc, Count(OrderRows)), frames);
        shop.AsOf.ShouldBeNull();
        shop.Value("m0", "2026").ShouldBe("no value (no data)");
        shop.By("m0", "2026", "customers", "city").ShouldBeEmpty();
    }

    [Fact]
    public void A_metric_of_whole_months_is_never_unfinished()
    {
        var plan = Plan(Calendar.Utc) with
        {
            Metrics = [new MetricPlan("monthly", Count(OrderRows, new WindowStep.LastWhole(Grain.Month)), Unit.Count, Grain.Month)],
        };
        var shop = new Handmade(plan, Frames(), new CalculatorOptions { AsOf = Instant.FromUtc(2026, 3, 20) });
        shop.Value("monthly", "2026-Q1").ShouldBe("2");
        shop.Of("monthly", "2026-Q1").Caveats.ShouldBeEmpty();
    }

    [Fact]
    public void The_earliest_row_is_that_of_all_sources_read()
    {
        var shop = Of(Count(OrderRows, new WindowStep.Previous()), Count(new Aggregate(AllPrices, AggregateState.Rows)));
        shop.EarliestOf("shop.m0").ShouldBe(Instant.FromUtc(2026, 1, 5, 8));
        shop.EarliestOf("m1").ShouldBeNull();
    }
}
