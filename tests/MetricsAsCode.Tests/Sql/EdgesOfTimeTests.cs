using MetricsAsCode.Tests.DuckDb;

namespace MetricsAsCode.Tests.Sql;

/// <summary>Local times far from the data: dates that stand for "never", sums of times and durations, the first and the last day that there is.</summary>
public sealed class EdgesOfTimeTests
{
    private const string Rows = """
        id,t,d,u
        1,2026-03-01T10:00:00,9999-12-31,9999-12-31T23:59:59.999999Z
        2,2026-03-01T10:00:00,0001-01-01,0001-01-01T00:00:00Z
        3,2026-03-01T10:00:00,9999-12-30,9999-12-31T05:00:00Z
        4,2026-03-01T10:00:00,9999-12-30,0001-01-01T14:00:00Z
        5,2026-03-01T10:00:00,0001-01-02,

        """;

    [DuckDbTheory]
    [InlineData("UTC")]
    [InlineData("Asia/Kolkata")]
    [InlineData("America/New_York")]
    public void The_first_and_the_last_day_are_days(string zone) => Values(Definitions(zone, """
        metric before      = count(rows_ where t < d)
        metric behind      = count(rows_ where t > d)
        metric late        = count(rows_ where date(u) = 9999-12-31)
        metric early       = count(rows_ where date(u) = 0001-01-01)
        metric with_hour   = count(rows_ where hour(u) in 0..23)
        metric inside      = count(rows_ where u < 9999-12-31 and u > 0001-01-02)
        """))[..2].ShouldBe(["3", "2"]);

    [DuckDbFact]
    public void A_written_date_may_lie_centuries_from_the_data() =>
        Values(Definitions("America/New_York", "metric ever = count(rows_ where t < 9999-12-31 and t > 0002-01-01)").Replace("u  timestamp?", ""), "id,t,d\n1,2026-03-01T10:00:00,2026-03-01\n").ShouldBe(["1"]);

    [DuckDbFact]
    public void A_time_that_is_computed_may_lie_centuries_from_the_data() => Values(Definitions("America/New_York", """
        metric after_dst = count(rows_ where date(t + 60000 days) = 2190-06-09)
        metric in_summer = count(rows_ where hour(t + 60000 days) = 6)
        """)).ShouldBe(["5", "5"]);

    private static string[] Values(string definitions, string rows = Rows) => [.. BothEngines.ShouldAgree(definitions, ("rows.csv", rows)).Select(r => r.Measurement.Value!.ToString()!)];

    private static string Definitions(string zone, string metrics) => $$"""
        module far
        product "Far" {
          timezone "{{zone}}"
        }
        source rows_ from csv "rows.csv" {
          id integer key
          t  timestamp time
          d  date
          u  timestamp?
        }
        {{metrics}}
        """;
}
