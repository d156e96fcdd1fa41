using MetricsAsCode.Tests.Cli;

namespace MetricsAsCode.Tests.Reuse;

public sealed class SourceFormTests
{
    private const string Table =
        """
        module desk

        source checkins from table {
          id      integer key
          at      timestamp time
          guest   text?
          stay    duration?
          paid    money EUR
        }
          | id | at               | guest     | stay    | paid  |
          | 1  | 2026-05-03T10:00 | ann \| co | 2 hours | 10.50 |
          | 2  | 2026-05-04       |           | PT30M   | 4     |   // a day guest
          | 3  | 2026-05-05       | ""        |         | 0.50  |

        metric stays      = count(checkins)
        metric named      = count(checkins where guest is known)
        metric nameless   = count(checkins where guest = "")
        metric companies  = count(checkins where contains(guest, "|"))
        metric stayed     = sum(checkins.stay)
        metric paid       = sum(checkins.paid)
        """;

    private const string Events =
        """
        module app
        source events from json "events.jsonl" {
          id    integer key
          at    timestamp time
          name  text in [open, buy]
          plan  text? from "user.plan"
          price money EUR
          beta  boolean?
        }
        metric opened  = count(events where name = open)
        metric premium = count(events where plan = "premium")
        metric income  = sum(events.price)
        metric testers = count(events where beta)
        """;

    private const string Lines =
        """
        {"id": 1, "at": "2026-05-03T10:00:00Z", "name": "open", "price": 0, "user": {"plan": "free", "age": [1, 2]}, "extra": {"a": {}}}

        {"id": 2, "at": "2026-05-04", "name": "buy", "price": 10.50, "user": {"plan": "premium"}, "beta": true}
        {"id": 3, "at": "2026-05-04", "name": "open", "price": "1", "user": null, "beta": null}
        """;

    [Theory]
    [InlineData("stays", "3")]
    [InlineData("named", "2")]
    [InlineData("nameless", "1")]
    [InlineData("companies", "1")]
    [InlineData("stayed", "9000000000")] // 2 hours and 30 minutes, in microseconds
    [InlineData("paid", "15.00")]
    public void Rows_of_a_literal_table_are_computed_like_those_of_a_file(string metric, string value) =>
        Everywhere.Value(Table, $"desk.{metric}", Period.Month(2026, 5)).ShouldBe(value);

    [Theory]
    [InlineData("opened", "2")]
    [InlineData("premium", "1")]
    [InlineData("income", "11.50")]
    [InlineData("testers", "1")]
    public void Json_lines_are_read_with_properties_inside_objects(string metric, string value) =>
        Everywhere.Value(Events, $"app.{metric}", Period.Month(2026, 5), ("events.jsonl", Lines)).ShouldBe(value);

    [Fact]
    public void Rows_written_in_the_definitions_do_not_say_how_far_the_data_reaches()
    {
        const string definitions =
            """
            module m
            source days from table { day date key time }
            | day        |
            | 2030-01-01 |
            source orders from csv "o.csv" { id integer key; day date time }
            metric n = count(orders) + count(days)
            """;
        var result = Everywhere.Compute(definitions, "m.n", Period.Year(2030), null, ("o.csv", "id,day\n1,2026-05-01\n")).ShouldHaveSingleItem();
        result.Measurement.Caveats.ShouldContain("unfinished period");
    }

    [Theory]
    [InlineData("orders.csv", "id,at,name,user.plan,price,beta\n1,2026-05-03,open,free,2,\n")]
    [InlineData("orders.ndjson", "{\"id\":1,\"at\":\"2026-05-03\",\"name\":\"open\",\"price\":2}\n")]
    public void Any_source_can_be_read_from_a_file_of_another_format(string file, string content)
    {
        using var folder = new Sandbox();
        folder.Write("metrics-defs/app.metrics", Events).Write(file, content);
        folder.Run("run", "income", "metrics-defs", "--for", "2026-05", "--format", "csv", "--data", $"events={file}").Out.ShouldContain("app.income,2026-05,,2.00,");
    }

    [Fact]
    public void A_literal_table_can_be_replaced_by_a_file()
    {
        using var folder = new Sandbox();
        folder.Write("metrics-defs/desk.metrics", Table).Write("c.csv", "id,at,guest,stay,paid\n1,2026-05-03,,,7\n");
        folder.Run("run", "paid", "metrics-defs", "--for", "2026-05", "--format", "csv", "--data", "checkins=c.csv").Out.ShouldContain("desk.paid,2026-05,,7.00,");
    }

    [Fact]
    public void Check_test_and_build_take_every_form()
    {
        using var folder = new Sandbox();
        folder.Write("metrics-defs/desk.metrics", Table + "\nscorecard may for 2026-05 { show metrics }\ntest \"one\" for 2026-05 {\n given checkins\n | id | at | paid |\n | 1 | 2026-05-01 | 3 |\n expect paid = 3 EUR\n}\n")
            .Write("metrics-defs/app.metrics", Events).Write("metrics-defs/events.jsonl", Lines);
        folder.Run("check", "metrics-defs").Code.ShouldBe(0);
        folder.Run("test", "metrics-defs").Code.ShouldBe(0);
        folder.Run("build", "metrics-defs").ShouldSatisfyAllConditions(r => r.Error.ShouldBe(""), r => r.Code.ShouldBe(0));
        folder.Read("generated/calculators/desk.g.cs").ShouldContain("""new string?[] { "1", "2026-05-03T10:00", "ann | co", "2 hours", "10.50" },""");
        folder.Read("generated/calculators/app.g.cs").ShouldContain("public static EventsFrame ReadJson(string path");
        folder.Read("generated/scorecards/desk-may.md").ShouldContain("15.00");
    }
}
