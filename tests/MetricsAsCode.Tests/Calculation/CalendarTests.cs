using MetricsAsCode.Calculation;
using MetricsAsCode.Data;
using MetricsAsCode.Time;
using MetricsAsCode.Values;

namespace MetricsAsCode.Tests.Calculation;

public sealed class CalendarTests
{
    private static readonly SourceSchema Events = new("events", [Tables.Of("at", ColumnKind.Timestamp), Tables.Of("day", ColumnKind.Date)]);
    private static readonly Filter Afternoon = Kernel.Where("hour(at) >= 12", (rows, row) => rows.HourOf(rows.Table().Values<long>("at")[row]) >= 12);

    [Theory]
    [InlineData("2026-03-08", "3")] // 23 hours: 05:00Z to 04:00Z.
    [InlineData("2026-03-07", "1")]
    [InlineData("2026-03-09", "1")]
    [InlineData("2026-03", "5")]
    public void A_day_of_23_hours_holds_its_own_rows(string period, string count) =>
        Of("America/New_York", "at", """
            at | day
            2026-03-08T04:59:59Z |
            2026-03-08T05:00:00Z |
            2026-03-08T07:00:00Z |
            2026-03-09T03:59:59.999999Z |
            2026-03-09T04:00:00Z |
            """).Value("m0", period).ShouldBe(count);

    [Theory]
    [InlineData("2026-11-01", "2")] // 25 hours: 04:00Z to 05:00Z of the next day.
    [InlineData("2026-11-02", "1")]
    public void A_day_of_25_hours_holds_its_own_rows(string period, string count) =>
        Of("America/New_York", "at", """
            at | day
            2026-11-01T04:00:00Z |
            2026-11-02T04:59:59Z |
            2026-11-02T05:00:00Z |
            """).Value("m0", period).ShouldBe(count);

    [Theory]
    [InlineData("2011-12-29", "1")]
    [InlineData("2011-12-30", "0")] // Samoa skipped this day: it is empty, and starts when the next one does.
    [InlineData("2011-12-31", "2")]
    public void A_date_counts_at_the_start_of_its_local_day(string period, string count) =>
        Of("Pacific/Apia", "day", """
            at | day
            | 2011-12-29
            | 2011-12-30
            | 2011-12-31
            | 2012-01-01
            """).Value("m0", period).ShouldBe(count);

    [Fact]
    public void Hours_are_those_of_the_products_clocks() =>
        Of("Asia/Kolkata", "at", """
            at | day
            2026-05-01T06:29:59Z |
            2026-05-01T06:30:00Z |
            """).Value("m1", "2026-05-01").ShouldBe("1");

    private static Handmade Of(string zone, string time, string rows)
    {
        var calendar = new Calendar(TimeZoneInfo.FindSystemTimeZoneById(zone));
        var path = new ColumnPath(time);
        var all = Shop.Count(new Aggregate(new Selection("events", path), AggregateState.Rows));
        var late = Shop.Count(new Aggregate(new Selection("events", path, Afternoon), AggregateState.Rows));
        var plan = new CalculatorPlan(
            "clock", calendar, [new SourcePlan(Events, path, ["at", "day"])], [new MetricPlan("m0", all, Unit.Count), new MetricPlan("m1", late, Unit.Count)], []);
        return new Handmade(plan, new Dictionary<string, DataFrame> { ["events"] = Tables.Read(Events, rows) });
    }
}
