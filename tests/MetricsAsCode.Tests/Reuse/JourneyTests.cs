using MetricsAsCode.Tests.Cli;

namespace MetricsAsCode.Tests.Reuse;

public sealed class JourneyTests
{
    private const string Definitions =
        """
        module shop
        source orders from csv "orders.csv" { id integer key; day date time }

        metric order_count "Orders" = count(orders)
        metric days_with_orders "Busy days" = distinct(orders.day)
        metric other = count(orders where id > 1)

        /// From the first ad to the second order.
        journey "User journey" {
          stage awareness "Awareness & Discovery" { does "Sees an ad", "Installs the app"; metrics order_count, days_with_orders }
          stage loyalty { does "Comes back" }
        }

        scorecard may for 2026-05 { show journey; show metrics }
        """;

    [Fact]
    public void A_journey_is_listed_by_its_stages_and_shown_as_a_table()
    {
        using var folder = new Sandbox();
        folder.Write("metrics-defs/shop.metrics", Definitions).Write("metrics-defs/orders.csv", "id,day\n1,2026-05-01\n2,2026-05-01\n");
        folder.Run("list", "metrics-defs", "--format", "json").Out.ShouldSatisfyAllConditions(
            o => o.ShouldContain("\"journey.awareness\""), o => o.ShouldContain("\"order_count, days_with_orders\""), o => o.ShouldContain("\"journey.loyalty\""));
        folder.Run("scorecard", "metrics-defs").Code.ShouldBe(0);
        string card = folder.Read("generated/scorecards/shop-may.md");
        card.ShouldContain("## User journey\n\nFrom the first ad to the second order.\n\n```mermaid\n");
        card.ShouldContain("s0[\"Awareness #38; Discovery<br/>Orders<br/>2\"]\n  s1[\"loyalty\"]\ns0 --> s1\n```\n\n| Stage | What users do | Metric |");
        card.ShouldContain("| Awareness &amp; Discovery | Sees an ad; Installs the app | [Orders](");
        card.ShouldContain("|  |  | [Busy days](");
        card.ShouldContain("| loyalty | Comes back | | | | |");
        card.ShouldContain("[other]("); // `show metrics` shows what the journey does not
    }
}
