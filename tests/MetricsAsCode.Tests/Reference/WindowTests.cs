using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Syntax;
using MetricsAsCode.Engines.Reference;
using MetricsAsCode.Engines.Reference.Windows;
using MetricsAsCode.Time;
using static MetricsAsCode.Tests.Reference.Bound;
using Calendar = MetricsAsCode.Time.Calendar;
using Grain = MetricsAsCode.Compiler.Syntax.Grain;
using WindowStep = MetricsAsCode.Compiler.Binding.Model.WindowStep;

namespace MetricsAsCode.Tests.Reference;

public class WindowTests
{
    private static string Aim(string period, WindowStep step, string newestDay = "2030-12-31", DayOfWeek weekStart = DayOfWeek.Monday) =>
        Resolve(period, newestDay, weekStart, (resolver, p) => resolver.Apply(step, p));

    private static string LastWhole(string period, Grain grain, string newestDay) =>
        Resolve(period, newestDay, DayOfWeek.Monday, (resolver, p) => resolver.LastWhole(grain, p));

    private static string Resolve(string period, string newestDay, DayOfWeek weekStart, Func<WindowResolver, Stretch, Stretch> aim)
    {
        var calendar = new Calendar(TimeZoneInfo.Utc, weekStart);
        Period.TryParse(period, out var parsed).ShouldBeTrue();
        try
        {
            var stretch = aim(new WindowResolver(calendar, calendar.StartOf(DateOnly.Parse(newestDay).AddDays(1))), calendar.StretchOf(parsed!));
            return $"{stretch.First:yyyy-MM-dd}..{stretch.End.AddDays(-1):yyyy-MM-dd}{(stretch.Unit is { } unit ? " " + unit : "")}";
        }
        catch (NoValueException none)
        {
            return none.Reason.Text;
        }
    }

    [Theory]
    [InlineData("2026-03", 1, "2026-02-01..2026-02-28 Month")]
    [InlineData("2026-03-31", 1, "2026-03-30..2026-03-30 Day")]
    [InlineData("2026-Q1", 1, "2025-10-01..2025-12-31 Quarter")]
    [InlineData("2026-W01", 1, "2025-12-22..2025-12-28 Week")]
    [InlineData("2026-03", 3, "2025-12-01..2026-02-28")]
    [InlineData("2026-03-01..2026-03-10", 1, "2026-02-19..2026-02-28")]
    [InlineData("2026-03-01..2026-03-10", 2, "2026-02-09..2026-02-28")]
    [InlineData("0001", 1, "outside the years 1 to 9999")]
    public void Previous_is_the_whole_period_before(string period, int count, string expected) => Aim(period, Previous(count)).ShouldBe(expected);

    [Theory]
    [InlineData("2026-03-10", "2026-02-01..2026-02-10")]
    [InlineData("2026-03-30", "2026-02-01..2026-02-28 Month")]
    [InlineData("2026-03-31", "2026-02-01..2026-02-28 Month")]
    [InlineData("2026-02-28", "period not started")]
    public void Previous_to_date_has_as_many_days_as_have_elapsed(string newestDay, string expected) =>
        Aim("2026-03", Window(WindowForm.PreviousToDate), newestDay).ShouldBe(expected);

    [Theory]
    [InlineData("2026-07", 28, Grain.Day, "2026-07-20", "2026-06-23..2026-07-20")]
    [InlineData("2026-06", 28, Grain.Day, "2026-07-20", "2026-06-03..2026-06-30")]
    [InlineData("2026-02", 1, Grain.Month, "2026-07-20", "2026-02-01..2026-02-28")]
    [InlineData("2026-03-30", 1, Grain.Month, "2026-07-20", "2026-02-28..2026-03-30")]
    [InlineData("2026-06", 2, Grain.Week, "2026-07-20", "2026-06-17..2026-06-30")]
    public void Trailing_ends_with_the_last_day_of_the_period_or_of_the_data(string period, int count, Grain grain, string newestDay, string expected) =>
        Aim(period, Trailing(count, grain), newestDay).ShouldBe(expected);

    [Theory]
    [InlineData("2026-05", Grain.Quarter, "2026-12-31", "2026-04-01..2026-05-31")]
    [InlineData("2026-06", Grain.Quarter, "2026-12-31", "2026-04-01..2026-06-30 Quarter")]
    [InlineData("2026", Grain.Quarter, "2026-05-10", "2026-04-01..2026-12-31")]
    [InlineData("2026-07-08", Grain.Week, "2026-12-31", "2026-07-06..2026-07-08")]
    public void To_date_begins_with_the_unit_of_the_last_day(string period, Grain grain, string newestDay, string expected) =>
        Aim(period, ToDate(grain), newestDay).ShouldBe(expected);

    [Fact]
    public void Weeks_begin_on_the_calendars_day() =>
        Aim("2026-07-08", ToDate(Grain.Week), weekStart: DayOfWeek.Sunday).ShouldBe("2026-07-05..2026-07-08");

    [Theory]
    [InlineData("2026-Q3", "2025-07-01..2025-09-30 Quarter")]
    [InlineData("2024-02", "2023-02-01..2023-02-28 Month")]
    [InlineData("2024-02-29", "2023-02-28..2023-02-28 Day")]
    [InlineData("2026-W31", "2025-07-28..2025-08-03 Week")]
    [InlineData("2026-W53", "2025-12-22..2025-12-28 Week")]
    [InlineData("2024-02-01..2024-02-29", "2023-02-01..2023-02-28")]
    public void Same_period_last_year_keeps_what_the_period_is(string period, string expected) =>
        Aim(period, Window(WindowForm.SamePeriodLastYear)).ShouldBe(expected);

    [Theory]
    [InlineData(WindowForm.AllBefore, "..2026-02-28")]
    [InlineData(WindowForm.Ever, "..2026-03-31")]
    public void All_before_and_ever_have_no_first_day(WindowForm form, string expected) => Aim("2026-03", Window(form)).ShouldBe(expected);

    [Theory]
    [InlineData("2026-Q1", "2026-02-28", "2026-02-01..2026-02-28 Month")]
    [InlineData("2026-Q1", "2026-02-27", "2026-01-01..2026-01-31 Month")]
    [InlineData("2026-Q1", "2026-01-30", "no whole month yet")]
    [InlineData("2026-Q1", "2026-12-31", "2026-03-01..2026-03-31 Month")]
    [InlineData("2026-02", "2026-12-31", "2026-02-01..2026-02-28 Month")]
    [InlineData("2026-03-05", "2026-12-31", "too fine for every month")]
    [InlineData("2026-01-15..2026-02-20", "2026-12-31", "no whole month yet")]
    [InlineData("2026-01-15..2026-01-20", "2026-12-31", "too fine for every month")]
    [InlineData("2026-01-15..2026-03-20", "2026-12-31", "2026-02-01..2026-02-28 Month")]
    public void Every_month_is_the_last_whole_month_that_has_ended(string period, string newestDay, string expected) =>
        LastWhole(period, Grain.Month, newestDay).ShouldBe(expected);

    [Fact]
    public void Units_that_end_inside_a_period_may_begin_before_it()
    {
        var calendar = Calendar.Utc;
        var resolver = new WindowResolver(calendar, calendar.StartOf(new DateOnly(2026, 2, 17)));
        // February 2026 begins on a Sunday; the week of the 16th has not ended by the as-of.
        var weeks = resolver.UnitsEndingIn(calendar.StretchOf(Period.Month(2026, 2)), Grain.Week);
        weeks.Select(w => $"{w.First:MM-dd}").ShouldBe(["01-26", "02-02", "02-09"]);
    }
}
