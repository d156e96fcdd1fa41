using MetricsAsCode.Time;

namespace MetricsAsCode.Tests.Time;

public class DayStartTests
{
    [Theory]
    [InlineData("UTC", "2026-07-01", "2026-07-01T00:00:00Z", 24)]
    [InlineData("Asia/Kolkata", "2026-07-01", "2026-06-30T18:30:00Z", 24)]
    [InlineData("America/New_York", "2026-03-08", "2026-03-08T05:00:00Z", 23)]
    [InlineData("America/New_York", "2026-03-09", "2026-03-09T04:00:00Z", 24)]
    [InlineData("America/New_York", "2026-11-01", "2026-11-01T04:00:00Z", 25)]
    [InlineData("America/Sao_Paulo", "2018-11-03", "2018-11-03T03:00:00Z", 24)]
    [InlineData("America/Sao_Paulo", "2018-11-04", "2018-11-04T03:00:00Z", 23)] // midnight is skipped: the day starts at 01:00
    [InlineData("America/Sao_Paulo", "2018-02-17", "2018-02-17T02:00:00Z", 25)] // at the next midnight the clocks go back to 23:00
    [InlineData("America/Sao_Paulo", "2018-02-18", "2018-02-18T03:00:00Z", 24)]
    [InlineData("Asia/Beirut", "2022-03-27", "2022-03-26T22:00:00Z", 23)] // midnight is skipped
    [InlineData("Atlantic/Azores", "2025-10-26", "2025-10-26T00:00:00Z", 25)] // midnight comes twice: the day starts the first time
    [InlineData("Pacific/Apia", "2011-12-29", "2011-12-29T10:00:00Z", 24)]
    [InlineData("Pacific/Apia", "2011-12-30", "2011-12-30T10:00:00Z", 0)] // the whole day is skipped
    [InlineData("Pacific/Apia", "2011-12-31", "2011-12-30T10:00:00Z", 24)]
    public void A_day_starts_with_its_first_instant_and_lasts_until_the_next(string zone, string date, string start, int hours)
    {
        var calendar = Calendars.Of(zone);
        var day = Calendars.Day(date);
        calendar.StartOf(day).ToString().ShouldBe(start);
        (calendar.StartOf(day.AddDays(1)).Microseconds - calendar.StartOf(day).Microseconds).ShouldBe(hours * 3_600_000_000L);
    }

    [Theory]
    [InlineData("Asia/Kolkata")]
    [InlineData("America/New_York")]
    [InlineData("America/Sao_Paulo")]
    [InlineData("America/St_Johns")]
    [InlineData("Atlantic/Azores")]
    public void Each_instant_belongs_to_the_last_day_that_has_started(string zone)
    {
        var calendar = Calendars.Of(zone);
        for (var day = new DateOnly(2005, 1, 1); day.Year < 2012; day = day.AddDays(1))
        {
            calendar.DateOf(calendar.StartOf(day)).ShouldBe(day);
            calendar.DateOf(calendar.StartOf(day).Plus(-1)).ShouldBe(day.AddDays(-1));
        }
    }

    [Fact]
    public void What_the_clocks_repeat_of_the_day_before_belongs_to_the_new_day()
    {
        // In 2010 St. John's put its clocks back from 00:01 to 23:01 of the day before.
        var calendar = Calendars.Of("America/St_Johns");
        calendar.StartOf(Calendars.Day("2010-11-07")).ToString().ShouldBe("2010-11-07T02:30:00Z");
        calendar.DateOf(Instant.FromUtc(2010, 11, 7, 3, 0)).ShouldBe(Calendars.Day("2010-11-07"));
    }

    [Fact]
    public void The_ends_of_the_calendar_can_be_held()
    {
        Calendars.Kolkata.StartOf(DateOnly.MinValue).ShouldBe(Instant.MinValue);
        Calendars.Kolkata.DateOf(Instant.MaxValue).ShouldBe(DateOnly.MaxValue);
        Calendars.Of("America/New_York").DateOf(Instant.MinValue).ShouldBe(DateOnly.MinValue);
        Calendars.Utc.DateOf(Instant.MinValue.Plus(-1)).ShouldBe(DateOnly.MinValue);
    }

    [Fact]
    public void An_instant_is_written_in_UTC_with_decimals_only_where_there_are_any()
    {
        Instant.FromUtc(2026, 7, 1, 12).ToString().ShouldBe("2026-07-01T12:00:00Z");
        Instant.FromUtc(2026, 7, 1).Plus(-1).ToString().ShouldBe("2026-06-30T23:59:59.999999Z");
        Instant.MinValue.ToString().ShouldBe("0001-01-01T00:00:00Z");
        Instant.MaxValue.ToString().ShouldBe("9999-12-31T23:59:59.999999Z");
    }
}
