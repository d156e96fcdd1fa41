using MetricsAsCode.Time;
using static MetricsAsCode.Tests.Time.Calendars;

namespace MetricsAsCode.Tests.Time;

public class PeriodTests
{
    [Theory]
    [InlineData("2026-07-01")]
    [InlineData("2024-02-29")]
    [InlineData("2026-W31")]
    [InlineData("2026-W53")]
    [InlineData("2026-07")]
    [InlineData("2026-Q3")]
    [InlineData("2026")]
    [InlineData("FY2027-Q1")]
    [InlineData("FY2027")]
    [InlineData("2026-07-01..2026-09-30")]
    [InlineData("2026-01..2026-06")]
    [InlineData("this month")]
    [InlineData("last quarter")]
    [InlineData("3 weeks ago")]
    public void What_is_written_is_read_back(string text)
    {
        Period.TryParse(text, out var period).ShouldBeTrue();
        period!.ToString().ShouldBe(text);
        Period.TryParse(text, out var again).ShouldBeTrue();
        again.ShouldBe(period);
    }

    [Theory]
    [InlineData("")]
    [InlineData("26")]
    [InlineData("0000")]
    [InlineData("2026-13")]
    [InlineData("2026-7")]
    [InlineData("2026-Q5")]
    [InlineData("2026-W00")]
    [InlineData("2025-W53")]
    [InlineData("2026-02-29")]
    [InlineData("2026-07-01-01")]
    [InlineData("FY2027-07")]
    [InlineData("2026-09-30..2026-07-01")]
    [InlineData("2026-07-01..")]
    [InlineData("this fortnight")]
    [InlineData("next month")]
    [InlineData("2026 Q3")]
    public void What_is_no_period_is_not_read(string text) => Period.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void Factories_and_spellings_agree()
    {
        Period.Quarter(2026, 3).ShouldBe(Period("2026-Q3"));
        Period.Day(new DateOnly(2024, 12, 31)).ToString().ShouldBe("2024-12-31");
        Period.FiscalQuarter(2027, 1).ToString().ShouldBe("FY2027-Q1");
        Period.Range(new DateOnly(2026, 7, 1), new DateOnly(2026, 9, 30)).ShouldBe(Period("2026-07-01..2026-09-30"));
        Period.Relative(-1, Grain.Quarter).ShouldBe(Period("last quarter"));
        Should.Throw<ArgumentOutOfRangeException>(() => Period.Month(2026, 13));
        Should.Throw<ArgumentOutOfRangeException>(() => Period.Week(2025, 53));
        Should.Throw<ArgumentException>(() => Period.Range(new DateOnly(2026, 7, 2), new DateOnly(2026, 7, 1)));
    }

    [Theory]
    [InlineData("2026-07-01", "2026-07-01..2026-07-01 Day")]
    [InlineData("2026-02", "2026-02-01..2026-02-28 Month")]
    [InlineData("2024-02", "2024-02-01..2024-02-29 Month")]
    [InlineData("2026-Q3", "2026-07-01..2026-09-30 Quarter")]
    [InlineData("2026", "2026-01-01..2026-12-31 Year")]
    [InlineData("2026-W31", "2026-07-27..2026-08-02 Week")]
    [InlineData("2026-W01", "2025-12-29..2026-01-04 Week")]
    [InlineData("2026-W53", "2026-12-28..2027-01-03 Week")]
    [InlineData("2027-W01", "2027-01-04..2027-01-10 Week")]
    [InlineData("2026-07-01..2026-09-30", "2026-07-01..2026-09-30")]
    [InlineData("2026-01..2026-06", "2026-01-01..2026-06-30")]
    [InlineData("2026-06..2026-01", "range ends before it starts")]
    [InlineData("9999", "outside the years 1 to 9999")]
    public void A_period_covers_its_days(string text, string days) => Show(Utc.Resolve(Period(text))).ShouldBe(days);

    [Theory]
    [InlineData(4, "FY2027", "2026-04-01..2027-03-31 Year")]
    [InlineData(4, "FY2027-Q1", "2026-04-01..2026-06-30 Quarter")]
    [InlineData(4, "FY2027-Q4", "2027-01-01..2027-03-31 Quarter")]
    [InlineData(2, "FY2027-Q4", "2026-11-01..2027-01-31 Quarter")]
    [InlineData(1, "FY2027-Q1", "2027-01-01..2027-03-31 Quarter")]
    [InlineData(4, "2026-Q3", "2026-07-01..2026-09-30 Quarter")]
    [InlineData(4, "2026", "2026-01-01..2026-12-31 Year")]
    [InlineData(4, "FY2027-Q1..FY2027-Q2", "2026-04-01..2026-09-30")]
    public void Fiscal_years_bear_the_name_of_the_year_in_which_they_end(int startMonth, string text, string days) =>
        Show(Of("UTC", yearStartMonth: startMonth).Resolve(Period(text))).ShouldBe(days);

    [Fact]
    public void Weeks_have_labels_only_when_they_start_on_monday()
    {
        Show(Sundays.Resolve(Period("2026-W31"))).ShouldBe("weeks do not start on monday, so they have no labels");
        Show(Sundays.Resolve(Period("2026-W31..2026-W32"))).ShouldBe("weeks do not start on monday, so they have no labels");
        Should.Throw<PeriodException>(() => Sundays.StretchOf(Period("2026-W31"))).Message.ShouldContain("`2026-W31`");
    }

    [Theory]
    [InlineData("this month", "2026-07-01..2026-07-31 Month")] // as of the end of July
    [InlineData("last month", "2026-06-01..2026-06-30 Month")]
    [InlineData("last quarter", "2026-04-01..2026-06-30 Quarter")]
    [InlineData("this week", "2026-07-27..2026-08-02 Week")]
    [InlineData("2 years ago", "2024-01-01..2024-12-31 Year")]
    public void Relative_periods_count_from_the_last_day_before_the_as_of(string text, string days)
    {
        Show(Utc.Resolve(Period(text), Utc.EndOf("2026-07-31"))).ShouldBe(days);
        Show(Utc.Resolve(Period(text))).ShouldBe("no data");
    }

    [Fact]
    public void This_week_starts_where_weeks_start() =>
        Show(Sundays.Resolve(Period("this week"), Sundays.EndOf("2026-07-31"))).ShouldBe("2026-07-26..2026-08-01 Week");

    [Fact]
    public void A_period_becomes_instants_of_the_zone()
    {
        var range = Kolkata.RangeOf(Kolkata.StretchOf(Period("FY2027-Q1")));
        range.Start.ToString().ShouldBe("2026-03-31T18:30:00Z");
        range.End.ToString().ShouldBe("2026-06-30T18:30:00Z");
        range.Contains(range.Start!.Value).ShouldBeTrue();
        range.Contains(range.End).ShouldBeFalse();
    }
}
