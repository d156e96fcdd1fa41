using MetricsAsCode.Time;
using static MetricsAsCode.Tests.Time.Calendars;

namespace MetricsAsCode.Tests.Time;

public class WindowTests
{
    private static string At(string period, string asOf, params WindowStep[] steps) =>
        Show(Window.Of(steps).Resolve(Kolkata.StretchOf(Period(period)), Kolkata.EndOf(asOf), Kolkata));

    [Fact]
    public void Without_a_window_it_is_the_period_itself() => At("2026-Q3", "2026-08-15").ShouldBe("2026-07-01..2026-09-30 Quarter");

    [Theory]
    [InlineData("2026-03", "2026-03-31", "2026-02-01..2026-02-28 Month")] // over: the whole month before
    [InlineData("2026-03", "2026-03-30", "2026-02-01..2026-02-28 Month")] // 30 days, but February has 28
    [InlineData("2026-03", "2026-03-10", "2026-02-01..2026-02-10")]
    [InlineData("2026-04", "2026-04-30", "2026-03-01..2026-03-31 Month")] // over: whole, although March is longer
    [InlineData("2026-04", "2026-04-29", "2026-03-01..2026-03-29")]
    [InlineData("2026-07-01..2026-07-10", "2026-07-04", "2026-06-21..2026-06-24")]
    [InlineData("2026-04", "2026-03-31", "period not started")]
    public void Previous_to_date_goes_as_far_as_the_period_has_come(string period, string asOf, string days) =>
        At(period, asOf, new WindowStep.PreviousToDate()).ShouldBe(days);

    [Fact]
    public void A_day_in_which_the_as_of_falls_has_elapsed()
    {
        var noon = Instant.FromUtc(2026, 3, 3, 12);
        Show(Window.Of(new WindowStep.PreviousToDate()).Resolve(Utc.StretchOf(Period("2026-03")), noon, Utc)).ShouldBe("2026-02-01..2026-02-03");
        Show(Window.Of(new WindowStep.Trailing(2, Grain.Day)).Resolve(Utc.StretchOf(Period("2026-03")), noon, Utc)).ShouldBe("2026-03-02..2026-03-03");
    }

    [Theory]
    [InlineData("2026-03", "2026-12-31", 28, Grain.Day, "2026-03-04..2026-03-31")]
    [InlineData("2026-03", "2026-03-10", 28, Grain.Day, "2026-02-11..2026-03-10")]
    [InlineData("2026-03-31", "2026-12-31", 1, Grain.Month, "2026-03-01..2026-03-31")]
    [InlineData("2026-03-30", "2026-12-31", 1, Grain.Month, "2026-02-28..2026-03-30")]
    [InlineData("2024-02-29", "2026-12-31", 1, Grain.Year, "2023-03-01..2024-02-29")]
    [InlineData("2026-08-02", "2026-12-31", 2, Grain.Week, "2026-07-20..2026-08-02")]
    [InlineData("2026-03-31", "2026-12-31", 2, Grain.Quarter, "2025-10-01..2026-03-31")]
    [InlineData("2026-03", "2026-12-31", 5_000_000, Grain.Day, "0001-01-01..2026-03-31")]
    public void Trailing_ends_with_the_last_day_or_the_as_of(string period, string asOf, int count, Grain unit, string days) =>
        At(period, asOf, new WindowStep.Trailing(count, unit)).ShouldBe(days);

    [Theory]
    [InlineData("2026-08", "2026-12-31", Grain.Quarter, "2026-07-01..2026-08-31")]
    [InlineData("2026-09", "2026-12-31", Grain.Quarter, "2026-07-01..2026-09-30 Quarter")]
    [InlineData("2026", "2026-08-15", Grain.Quarter, "2026-07-01..2026-12-31")] // the as-of lies in the third quarter
    [InlineData("2026-08-05", "2026-12-31", Grain.Week, "2026-08-03..2026-08-05")]
    [InlineData("FY2027-Q1", "2026-12-31", Grain.Year, "2026-01-01..2026-06-30")] // the calendar year
    public void To_date_starts_with_the_unit(string period, string asOf, Grain unit, string days) =>
        At(period, asOf, new WindowStep.ToDate(unit)).ShouldBe(days);

    [Theory]
    [InlineData("2026-Q3", "2026-12-31", Grain.Month, "2026-09-01..2026-09-30 Month")]
    [InlineData("2026-Q3", "2026-08-31", Grain.Month, "2026-08-01..2026-08-31 Month")]
    [InlineData("2026-Q3", "2026-08-30", Grain.Month, "2026-07-01..2026-07-31 Month")]
    [InlineData("2026-Q3", "2026-07-30", Grain.Month, "no whole month yet")]
    [InlineData("2026-Q3", "2026-05-30", Grain.Month, "no whole month yet")]
    [InlineData("2026-02", "2026-12-31", Grain.Month, "2026-02-01..2026-02-28 Month")]
    [InlineData("2026-W31", "2026-12-31", Grain.Month, "too fine for every month")]
    [InlineData("2026-07-31", "2026-12-31", Grain.Month, "too fine for every month")]
    [InlineData("2026-Q3", "2026-12-31", Grain.Year, "too fine for every year")]
    [InlineData("2026-07-01..2026-07-31", "2026-12-31", Grain.Month, "2026-07-01..2026-07-31 Month")]
    [InlineData("2026-07-15..2026-08-20", "2026-12-31", Grain.Month, "no whole month yet")] // long enough, but no month is whole in it
    [InlineData("2026-07-15..2026-08-10", "2026-12-31", Grain.Month, "too fine for every month")]
    [InlineData("2026-08", "2026-12-31", Grain.Week, "2026-08-24..2026-08-30 Week")]
    public void Every_month_is_the_last_whole_one_that_has_ended(string period, string asOf, Grain unit, string days) =>
        At(period, asOf, new WindowStep.LastWhole(unit)).ShouldBe(days);

    [Fact]
    public void All_before_ends_where_the_period_starts_and_ever_where_it_ends()
    {
        At("2026-Q3", "2026-12-31", new WindowStep.AllBefore()).ShouldBe("..2026-06-30");
        At("2026-Q3", "2026-12-31", new WindowStep.Ever()).ShouldBe("..2026-09-30");
        At("2026-Q3", "2026-12-31", new WindowStep.Previous(), new WindowStep.Ever()).ShouldBe("nothing before the beginning");
    }

    [Fact]
    public void The_step_written_last_is_applied_first()
    {
        // (X over trailing 28 days) over previous, at March: the 28 days that end with February.
        At("2026-03", "2026-12-31", new WindowStep.Trailing(28, Grain.Day), new WindowStep.Previous()).ShouldBe("2026-02-01..2026-02-28");
        // (X over previous) over trailing 28 days, at March: the 28 days before the last 28.
        At("2026-03", "2026-12-31", new WindowStep.Previous(), new WindowStep.Trailing(28, Grain.Day)).ShouldBe("2026-02-04..2026-03-03");
        // every month over the same period last year: the last whole month of last year's quarter.
        At("2026-Q3", "2026-08-15", new WindowStep.LastWhole(Grain.Month), new WindowStep.SamePeriodLastYear()).ShouldBe("2025-09-01..2025-09-30 Month");
    }

    [Fact]
    public void Windows_with_equal_steps_are_equal()
    {
        var window = Window.Own.Then(new WindowStep.Previous(3)).Then(new WindowStep.Ever());
        var same = Window.Of(new WindowStep.Previous(3), new WindowStep.Ever());
        window.ShouldBe(same);
        window.GetHashCode().ShouldBe(same.GetHashCode());
        window.ShouldNotBe(Window.Of(new WindowStep.Ever(), new WindowStep.Previous(3)));
        window.ToString().ShouldBe("over previous 3 over ever");
        Window.Of().ShouldBe(Window.Own);
    }
}
