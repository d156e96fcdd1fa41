using MetricsAsCode.Tests.Cli;

namespace MetricsAsCode.Tests.Samples;

/// <summary>What the tool says of a metric over answers: four were asked in June, three have answered, two of them are content.</summary>
public sealed class ShownSampleTests
{
    private const string Definitions = """
        module desk
        source tickets from csv "tickets.csv" { ticket_id integer key; asked_on date time; channel text in [chat, mail] }
        source surveys from csv "surveys.csv" { ticket_id integer key -> tickets; answered_on date time; rating integer in 1..5; sample of tickets via ticket_id }
        metric csat "Satisfaction" as percent = share(surveys where rating >= 4)
        metric mean_rating as score of 5 = avg(surveys.rating)
        scorecard june "June" for 2026-06 { show csat by tickets.channel; show metrics }
        test "two of three" for 2026-06 {
          given tickets
            | ticket_id | asked_on   |
            | 1         | 2026-06-01 |
            | 2         | 2026-06-01 |
          given surveys
            | ticket_id | answered_on | rating |
            | 1         | 2026-06-02  | 5      |
          expect csat response_rate = 50%
          expect csat low = 20.6543% within 0.0001 points
          expect csat high = 100%
          expect mean_rating response_rate = 51%
        }
        """;

    [Fact]
    public void A_table_notes_response_rate_and_interval()
    {
        using var folder = Desk();
        Run(folder, "run", "csat", "mean_rating", "--for", "2026-06").Out.ShouldContain("response rate 75.0%; 95% interval 20.8%..93.9%; small sample (n = 3)");
        Run(folder, "run", "mean_rating", "--for", "2026-06").Out.ShouldContain("response rate 75.0%; small sample (n = 3)");
        Run(folder, "run", "csat", "--for", "2026-05").Out.ShouldContain("no rows; no response rate (no rows)");
    }

    [Fact]
    public void Csv_has_the_counts_behind_the_rate()
    {
        using var folder = Desk();
        Run(folder, "run", "mean_rating", "--for", "2026-06", "--format", "csv").Out.ShouldContain(",small sample (n = 3),,0.75,3,4,,,");
        Run(folder, "run", "csat", "--for", "2026-06", "--by", "surveys.rating", "--format", "csv").Out.ShouldContain(",,,,the rows asked have no such group,");
    }

    [Fact]
    public void An_explanation_shows_who_was_asked()
    {
        using var folder = Desk();
        var said = Run(folder, "explain", "csat", "--for", "2026-06").Out;
        said.ShouldContain("  response rate 75.0%\n  95% interval 20.8%..93.9%\n");
        said.ShouldContain("share(tickets where answered in surveys)");
        said.ShouldContain("answered in surveys   ", customMessage: "the condition removes rows of those asked");
    }

    [Fact]
    public void A_definition_says_what_its_results_carry()
    {
        using var folder = Desk();
        Run(folder, "explain", "csat").Out.ShouldContain("  responses    share(tickets where answered in surveys), with an interval around the value\n");
    }

    [Fact]
    public void A_scorecard_says_it_beside_each_group()
    {
        using var folder = Desk();
        Run(folder, "scorecard").Code.ShouldBe(0);
        string page = folder.Read("generated/scorecards/desk-june.md");
        page.ShouldContain("| chat | 50.0% | 2 | response rate 66.7%; 95% interval 9.5%..90.5%; small sample (n = 2) |");
        page.ShouldContain("| **All** | **66.7%** | 3 | response rate 75.0%; 95% interval 20.8%..93.9%; small sample (n = 3) |");
    }

    [Fact]
    public void A_test_may_expect_it()
    {
        using var folder = Desk();
        var ran = Run(folder, "test");
        ran.Error.ShouldContain("expected 51.0%, found 50.0% (1 / 2, n = 2)");
        ran.Out.ShouldContain("1 failed");
    }

    private static Ran Run(Sandbox folder, params string[] arguments) => folder.Run(arguments[0] == "explain" ? arguments : [.. arguments, "--engine", "reference"]);

    private static Sandbox Desk() => new Sandbox()
        .Write("metrics-defs/desk/desk.metrics", Definitions)
        .Write("metrics-defs/desk/tickets.csv", "ticket_id,asked_on,channel\n1,2026-06-01,chat\n2,2026-06-02,chat\n3,2026-06-03,chat\n4,2026-06-04,mail\n5,2026-07-01,mail\n")
        .Write("metrics-defs/desk/surveys.csv", "ticket_id,answered_on,rating\n1,2026-06-05,5\n2,2026-06-06,2\n4,2026-06-07,4\n");
}
