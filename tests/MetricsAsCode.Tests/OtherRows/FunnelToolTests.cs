using MetricsAsCode.Tests.Cli;

namespace MetricsAsCode.Tests.OtherRows;

/// <summary>Funnels and cohorts through the tool: checked, listed, computed, explained, tested, shown.</summary>
public sealed class FunnelToolTests : IDisposable
{
    private const string Definitions = """
        module shop
        product "Shop" { timezone "UTC"; north star checkout.rate }

        source users from csv "users.csv" { who text key; joined_at timestamp }

        source events from csv "events.csv" { id integer key; who text -> users; name text in [cart, paid]; at timestamp time }

        /// From the cart to the order.
        funnel checkout "Checkout" by events.who within 1 day {
          step cart "Added to cart" = events where name = cart
          step paid "Order placed"  = events where name = paid
        }

        /// Who joins and buys.
        cohort joiners "New customers" by users starting joined_at returning in events where name = paid

        metric back "Back in a month" as percent = joiners.retained(days 1..30)

        objective more "More orders" during 2026-03 {
          key result orders "Half of the carts" = checkout.rate at least 50%
        }

        scorecard march "March" for 2026-03 {
          trend 3 months
          show checkout
          show joiners by month
          show metrics
          show objectives
        }

        test "half of the carts are ordered" for 2026-03 as of 2026-03-10 {
          given events
            | id | who | name | at                  |
            | 1  | ann | cart | 2026-03-01T10:00:00 |
            | 2  | ann | paid | 2026-03-01T10:30:00 |
            | 3  | bob | cart | 2026-03-01T10:00:00 |
            | 4  | bob | cart | 2026-03-10T12:00:00 |
          expect checkout.rate = 50%
          expect checkout.entered = 2
          expect checkout.paid.time = 30 minutes
          expect checkout.entered caveat "1 immature left out"
        }

        """;

    private readonly Sandbox sandbox = new Sandbox()
        .Write("metrics-defs/shop/shop.metrics", Definitions)
        .Write("metrics-defs/shop/users.csv", "who,joined_at\nann,2026-01-05T10:00:00Z\nbob,2026-02-01T08:00:00Z\ncid,2026-02-20T08:00:00Z\n")
        .Write("metrics-defs/shop/events.csv", """
            id,who,name,at
            1,ann,cart,2026-02-03T10:00:00Z
            2,ann,paid,2026-02-03T10:30:00Z
            3,bob,cart,2026-03-01T10:00:00Z
            4,bob,paid,2026-03-01T11:00:00Z
            5,cid,cart,2026-03-02T10:00:00Z
            6,cid,cart,2026-03-31T10:00:00Z

            """);

    public void Dispose() => sandbox.Dispose();

    [Fact]
    public void The_definitions_are_sound_and_their_test_holds()
    {
        sandbox.Run("check").Code.ShouldBe(0);
        var ran = sandbox.Run("test");
        ran.Error.ShouldBe("");
        ran.Code.ShouldBe(0);
    }

    [Fact]
    public void The_list_has_funnels_cohorts_and_their_members()
    {
        var list = sandbox.Run("list", "--format", "json");
        list.Error.ShouldBe("");
        foreach (string id in (string[])["checkout", "checkout.entered", "checkout.rate", "checkout.paid.step_rate", "joiners", "joiners.size"])
            list.Out.ShouldContain($"\"{id}\"");
    }

    [Fact]
    public void A_member_is_computed_and_explained_like_any_metric()
    {
        var ran = sandbox.Run("run", "checkout.rate", "joiners.size", "back", "--for", "2026-02", "--format", "csv");
        ran.Error.ShouldBe("");
        ran.Out.ShouldContain("checkout.rate,2026-02,");
        sandbox.Run("explain", "checkout.paid.rate").Out.ShouldContain("checkout.paid.count / checkout.entered");
        sandbox.Run("explain", "checkout.rate", "--for", "2026-03").Error.ShouldBe("");
    }

    [Fact]
    public void A_scorecard_shows_the_funnel_step_by_step_and_the_cohort_as_a_triangle()
    {
        var ran = sandbox.Run("scorecard");
        ran.Error.ShouldBe("");
        string page = sandbox.Read(sandbox.Files("generated").Single(f => f.EndsWith(".md", StringComparison.Ordinal)));
        page.ShouldContain("""
            ## Checkout

            From the cart to the order.

            ![Checkout: Added to cart 2 (100.0%), Order placed 1 (50.0%).](shop-march/funnel-checkout.svg)

            | Step | Count | Rate | Step rate | Drop-off | Median time |
            | :-- | --: | --: | --: | --: | --: |
            | Added to cart | 2 | 100.0% |  |  |  |
            | Order placed | 1 | 50.0% | 50.0% | 50.0% | 1 h 00 min |
            """);
        page.ShouldContain("1 immature left out");
        page.ShouldContain("""
            ## New customers by month

            Who joins and buys.

            ![New customers, who came back, by month of the start. 2026-01: of 1, 0.0% after 2 months; 2026-02: of 2, 50.0% after 1 month.](shop-march/cohort-joiners.svg)

            | Started in | Size | 0 | 1 | 2 |
            | :-- | --: | --: | --: | --: |
            | 2026-01 | 1 | ░&nbsp;0.0% | █&nbsp;100.0% | ░&nbsp;0.0% |
            | 2026-02 | 2 | ░&nbsp;0.0% | ▒&nbsp;50.0% |  |
            | 2026-03 | 0 |  |  |  |
            """);
    }
}
