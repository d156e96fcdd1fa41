using MetricsAsCode.Compiler.Syntax;
using MetricsAsCode.Scorecards.Computing;
using MetricsAsCode.Time;

namespace MetricsAsCode.Tests.Scorecards;

public class PeriodsTests
{
    [Theory]
    [InlineData("2026", 1)]
    [InlineData("2026-Q3", 1)]
    [InlineData("2026-07", 1)]
    [InlineData("2026-07-31", 1)]
    [InlineData("2020-W53", 1)]
    [InlineData("2026-W01", 1)] // begins in 2025
    [InlineData("2026-07-01..2026-09-15", 1)]
    [InlineData("FY2027-Q1", 2)] // February to April 2026
    [InlineData("FY2027-Q4", 2)] // November 2026 to January 2027
    [InlineData("FY2027", 2)]
    public void Days_find_back_to_the_period_they_came_from(string written, int yearStart)
    {
        var calendar = new Calendar(TimeZoneInfo.Utc, DayOfWeek.Monday, yearStart);
        Period.TryParse(written, out var period).ShouldBeTrue();
        Periods.Of(calendar.StretchOf(period!), calendar).ToString().ShouldBe(written);
    }

    [Fact]
    public void A_fiscal_quarter_of_calendar_days_bears_the_calendars_name()
    {
        var calendar = new Calendar(TimeZoneInfo.Utc, DayOfWeek.Monday, 4);
        Periods.Of(calendar.StretchOf(Period.FiscalQuarter(2027, 1)), calendar).ShouldBe(Period.Quarter(2026, 2));
    }

    [Fact]
    public void Weeks_from_sunday_have_no_label_and_are_seven_days()
    {
        var calendar = new Calendar(TimeZoneInfo.Utc, DayOfWeek.Sunday);
        Periods.Of(calendar.UnitAt(new DateOnly(2026, 7, 1), MetricsAsCode.Time.Grain.Week).Value, calendar).ToString().ShouldBe("2026-06-28..2026-07-04");
    }

    [Fact]
    public void Periods_are_read_as_they_are_written()
    {
        Periods.Of(Shop.Unit("2026-W31")).ShouldBe(Period.Week(2026, 31));
        Periods.Of(new RangePeriod(Shop.Unit("2026-07-01"), Shop.Unit("2026-07-05"))).ToString().ShouldBe("2026-07-01..2026-07-05");
        Periods.Of(new RelativePeriod(-1, MetricsAsCode.Compiler.Syntax.Grain.Quarter, default)).ToString().ShouldBe("last quarter");
    }
}
