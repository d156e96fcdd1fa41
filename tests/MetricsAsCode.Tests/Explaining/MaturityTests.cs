using MetricsAsCode.Engines.Explaining;
using MetricsAsCode.Tests.Cli;

namespace MetricsAsCode.Tests.Explaining;

public class MaturityTests
{
    private const string Definitions =
        """
        module shop
        source customers from csv "customers.csv" {
          customer_id text key
          joined_on   date time
        }
        source events from csv "events.csv" {
          event_id   integer key
          session_id text
          name       text in [cart, paid]
          at         timestamp time
        }
        source orders from csv "orders.csv" {
          order_id    integer key
          customer_id text -> customers
          on          date time
        }
        funnel checkout "Checkout" by events.session_id within 1 day {
          step cart "Added to cart" = events where name = cart
          step paid "Order placed"  = events where name = paid
        }
        cohort joiners "New customers" by customers starting joined_on returning in orders
        metric back = joiners.retained(days 1..7)

        """;

    private const string Customers = "customer_id,joined_on\nann,2026-06-01\nbob,2026-06-02\ncid,2026-06-28\n";

    private const string Orders = "order_id,customer_id,on\n1,ann,2026-06-03\n2,bob,2026-06-20\n3,cid,2026-06-29\n";

    private const string Events =
        "event_id,session_id,name,at\n1,a,cart,2026-06-01T10:00:00Z\n2,a,paid,2026-06-01T11:00:00Z\n3,b,cart,2026-06-02T10:00:00Z\n"
        + "4,c,cart,2026-06-30T10:00:00Z\n5,c,paid,2026-06-30T11:00:00Z\n";

    [Fact]
    public void A_retention_shows_who_is_judged_who_came_back_and_who_is_immature()
    {
        var explained = Explain("back");
        explained.Formula.Shown().ShouldBe("50.0%"); // ann of ann and bob
        explained.Rows[0].Funnel()[^2..].ShouldBe(["day 7 is over 2 (1 false, 0 unknown)", "day 1..7 is with a return 1 (1 false, 0 unknown)"]);
        explained.Rows[0].Samples[0].Lines.ShouldHaveSingleItem().Cells[0].ShouldBe("ann");
        explained.Formula.Parts.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            s => s.Notes.ShouldBe(["immature, left out"]),
            s => s.Shown().ShouldBe("1"));
        explained.LeftOut.ShouldContain(l => l.What.StartsWith("immature", StringComparison.Ordinal) && l.Count == 1);
    }

    [Fact]
    public void Where_all_are_immature_that_is_why() =>
        Explain("back", "2026-06-28").Formula.ShouldSatisfyAllConditions(
            s => s.Found!.Reason!.Text.ShouldBe("immature"),
            s => s.Why.ShouldBe("nothing can be judged by the as-of 2026-06-30, and 1 cannot yet"));

    [Fact]
    public void A_funnel_shows_which_entries_its_window_and_its_steps_removed()
    {
        var explained = Explain("checkout.paid.rate");
        explained.Formula.Shown().ShouldBe("50.0%"); // a of a and b
        explained.Rows[0].Funnel()[^3..].ShouldBe(
        [
            "name = cart 3 (2 false, 0 unknown)",
            "window closed 2 (1 false, 0 unknown)",
            "steps within 1 day >= 2 1 (1 false, 0 unknown)",
        ]);
    }

    [Fact]
    public void The_time_to_a_step_is_told_by_entity() =>
        Explain("checkout.paid.time").Formula.Entities!.Largest.Select(e => $"{e.Name} {e.Found}").ShouldBe(["a 1 h 00 min"]);

    private static Explanation Explain(string metric, string period = "2026-06")
    {
        using var folder = new Sandbox()
            .Write("shop.metrics", Definitions).Write("customers.csv", Customers).Write("orders.csv", Orders).Write("events.csv", Events);
        var module = MetricsAsCode.Engines.Loading.Workspace.Load(".", folder.Root).Modules.Single();
        return Explanations.Over(folder.Root, module, metric, period, null, 5);
    }
}
