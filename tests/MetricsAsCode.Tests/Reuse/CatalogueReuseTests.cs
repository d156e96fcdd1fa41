using MetricsAsCode.Tests.Cli;

namespace MetricsAsCode.Tests.Reuse;

/// <summary>A product of another zone and currency takes the definitions of support and success over its own tables.</summary>
public sealed class CatalogueReuseTests
{
    private const string Grocer =
        """
        module grocer
        product "Grocer" { timezone "Asia/Kolkata"; currency INR; as of from issues }
        source people   like support.customers from csv "people.csv"
        source helpers  like support.agents from csv "helpers.csv"
        source promises like support.slas from csv "promises.csv"
        source issues   like support.tickets from csv "issues.csv"
        source ratings  like support.surveys from csv "ratings.csv"
        source spending from csv "spending.csv" { month date key time; amount money }
        source shops    like success.accounts from csv "shops.csv"
        source plans    like success.subscriptions from csv "plans.csv" { mrr money }

        metric support_csat    = support.csat(surveys = ratings)
        metric response_time   = support.first_response_time(tickets = issues)
        metric sla             = support.sla_attainment(tickets = issues, slas = promises)
        metric cost_per_ticket = support.cost_per_ticket(costs = spending, tickets = issues)
        metric within_3_hours as percent = support.resolved_within(issues, 3 hours)
        metric phone_nps as points = nps(ratings.recommend where issues.channel = phone)
        metric churn_rate      = success.churn_rate(subscriptions = plans)
        metric mrr             = success.mrr(subscriptions = plans)
        """;

    private const string Tests =
        """
        module grocer
        test "of June in Kolkata" for 2026-06 {
          given promises
            | severity | response_within | resolution_within |
            | normal   | 1 hour          | 3 hours           |
          given issues
            | ticket_id | severity | channel | created_at           | first_response_at    | resolved_at          |
            | 1         | normal   | chat    | 2026-05-31T18:30:00Z | 2026-05-31T19:00:00Z | 2026-05-31T21:30:00Z |
            | 2         | normal   | phone   | 2026-06-02T17:00:00Z | 2026-06-02T18:30:00Z | 2026-06-02T20:00:01Z |
            | 3         | normal   | chat    | 2026-06-03T17:00:00Z |                      |                      |
            | 4         | normal   | chat    | 2026-06-30T18:30:00Z |                      |                      |
          given ratings
            | ticket_id | answered_at          | rating | recommend |
            | 1         | 2026-06-02T00:00:00Z | 4      | 0         |
            | 2         | 2026-06-02T00:00:00Z | 3      | 9         |
          given spending
            | month      | amount  |
            | 2026-06-01 | 1000.00 |
          given plans
            | account_id | mrr     | started_on | ended_on   |
            | 1          | 5000.00 | 2026-01-01 |            |
            | 2          | 700.00  | 2026-01-01 | 2026-06-01 |
          expect support_csat = 50%
          expect response_time = 1 hour                        // half an hour, one and a half; 4 is of July in Kolkata
          expect sla = 33.333333333333336% within 0.000001 points
          expect within_3_hours = 33.333333333333336% within 0.000001 points
          expect cost_per_ticket = 333.3333333333333 INR within 0.000001 INR
          expect phone_nps = 100 points
          expect churn_rate = 50%
          expect mrr = 5_000 INR
        }
        """;

    [Theory]
    [InlineData("reference")]
    [InlineData("compiled")]
    public void The_same_definitions_hold_for_another_product(string engine)
    {
        using var folder = new Sandbox();
        foreach (string module in (string[])["support", "success"])
        {
            foreach (string file in Directory.EnumerateFiles(Repository.PathOf($"metrics-defs/{module}"), "*.metrics"))
            {
                folder.Write($"defs/{module}/{Path.GetFileName(file)}", File.ReadAllText(file));
            }
        }

        folder.Write("defs/grocer/grocer.metrics", Grocer).Write("defs/grocer/tests.metrics", Tests);
        var ran = folder.Run("test", "defs", "--engine", engine);
        ran.Error.ShouldBeEmpty();
        ran.Code.ShouldBe(0);
    }
}
