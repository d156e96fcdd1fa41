using MetricsAsCode.Time;
using static MetricsAsCode.Tests.Time.Calendars;

namespace MetricsAsCode.Tests.Time;

public class StretchTests
{
    [Theory]
    [InlineData("2026-03", 1, "2026-02-01..2026-02-28 Month")]
    [InlineData("2024-03", 1, "2024-02-01..2024-02-29 Month")]
    [InlineData("2026-03-31", 1, "2026-03-30..2026-03-30 Day")]
    [InlineData("2026-01", 3, "2025-10-01..2025-12-31")]
    [InlineData("2026-Q1", 1, "2025-10-01..2025-12-31 Quarter")]
    [InlineData("2027-W01", 1, "2026-12-28..2027-01-03 Week")]
    [InlineData("FY2027-Q1", 1, "2026-01-01..2026-03-31 Quarter")]
    [InlineData("FY2027", 1, "2025-04-01..2026-03-31 Year")]
    [InlineData("2026-03-01..2026-03-31", 1, "2026-01-29..2026-02-28")] // a range: as many days
    [InlineData("2026-07-01..2026-07-10", 3, "2026-06-01..2026-06-30")]
    [InlineData("0001", 1, "outside the years 1 to 9999")]
    public void The_units_before_are_one_stretch(string period, int count, string days) =>
        Show(Kolkata.StretchOf(Period(period)).Previous(count)).ShouldBe(days);

    [Theory]
    [InlineData("2026-02", "2025-02-01..2025-02-28 Month")]
    [InlineData("2025-02", "2024-02-01..2024-02-29 Month")]
    [InlineData("2024-02-29", "2023-02-28..2023-02-28 Day")]
    [InlineData("2026-W31", "2025-07-28..2025-08-03 Week")] // 2025-W31
    [InlineData("2026-W53", "2025-12-22..2025-12-28 Week")] // 2025 ends with week 52
    [InlineData("FY2027-Q1", "2025-04-01..2025-06-30 Quarter")]
    [InlineData("2025-02-01..2025-02-28", "2024-02-01..2024-02-29")]
    [InlineData("2024-02-01..2024-02-28", "2023-02-01..2023-02-28")]
    [InlineData("2024-02-29..2024-02-29", "2023-02-28..2023-02-28")]
    [InlineData("0001-06", "outside the years 1 to 9999")]
    public void The_same_period_of_last_year(string period, string days) =>
        Show(Kolkata.StretchOf(Period(period)).SamePeriodLastYear()).ShouldBe(days);

    [Fact]
    public void Weeks_without_labels_go_back_52_weeks() =>
        Show(Sundays.UnitAt(Day("2026-07-31"), Grain.Week).Value.SamePeriodLastYear()).ShouldBe("2025-07-27..2025-08-02 Week");

    [Fact]
    public void Before_the_beginning_there_is_nothing() =>
        Show(new Stretch(null, Day("2026-01-01"), null).Previous()).ShouldBe("nothing before the beginning");

    [Theory]
    [InlineData("2026-07", Grain.Week, "2026-06-29..2026-07-05 Week|2026-07-06..2026-07-12 Week|2026-07-13..2026-07-19 Week|2026-07-20..2026-07-26 Week")]
    [InlineData("2026-Q3", Grain.Month, "2026-07-01..2026-07-31 Month|2026-08-01..2026-08-31 Month|2026-09-01..2026-09-30 Month")]
    [InlineData("2026-07-10..2026-09-29", Grain.Month, "2026-07-01..2026-07-31 Month|2026-08-01..2026-08-31 Month")]
    [InlineData("2026-07-30", Grain.Month, "")]
    [InlineData("2026-07-31", Grain.Month, "2026-07-01..2026-07-31 Month")]
    [InlineData("2026-03-08..2026-03-09", Grain.Day, "2026-03-08..2026-03-08 Day|2026-03-09..2026-03-09 Day")]
    public void A_stretch_splits_into_the_units_that_end_inside(string period, Grain grain, string units) =>
        string.Join("|", Utc.StretchOf(Period(period)).SplitInto(grain, Utc).Select(Show)).ShouldBe(units);

    [Fact]
    public void Weeks_split_where_the_calendar_says() =>
        Sundays.StretchOf(Period("2026-07")).SplitInto(Grain.Week, Sundays).Select(Show).ShouldBe(
            ["2026-06-28..2026-07-04 Week", "2026-07-05..2026-07-11 Week", "2026-07-12..2026-07-18 Week", "2026-07-19..2026-07-25 Week"]);

    [Fact]
    public void A_stretch_without_a_start_splits_from_a_given_day()
    {
        var ever = new Stretch(null, Day("2026-04-01"), null);
        ever.SplitInto(Grain.Month, Utc, Day("2026-02-10")).Select(Show).ShouldBe(["2026-02-01..2026-02-28 Month", "2026-03-01..2026-03-31 Month"]);
        Should.Throw<ArgumentException>(() => ever.SplitInto(Grain.Month, Utc));
    }

    [Theory]
    [InlineData("2026-Q3", 3, Grain.Month, "2026-08-15", "2026-06|2026-07|2026-08")]
    [InlineData("2026-Q3", 3, Grain.Month, "2026-12-31", "2026-07|2026-08|2026-09")]
    [InlineData("2027-01-03", 2, Grain.Week, "2027-06-30", "2026-W52|2026-W53")]
    [InlineData("2026-Q1", 2, Grain.Quarter, "2026-12-31", "2025-Q4|2026-Q1")]
    [InlineData("2024-03-01", 2, Grain.Day, "2026-12-31", "2024-02-29|2024-03-01")]
    [InlineData("0001", 2, Grain.Year, "2026-12-31", "outside the years 1 to 9999")]
    public void A_trend_ends_with_the_last_day_or_the_as_of(string end, int count, Grain grain, string asOf, string periods)
    {
        var trend = Utc.Trend(Period(end), count, grain, Utc.EndOf(asOf));
        (trend.HasValue ? string.Join("|", trend.Value) : trend.Reason!.Text).ShouldBe(periods);
    }

    [Fact]
    public void Weeks_without_labels_are_ranges_in_a_trend() =>
        Sundays.Trend(Period("2026-07"), 1, Grain.Week, null).Value.Single().ToString().ShouldBe("2026-07-26..2026-08-01");
}
