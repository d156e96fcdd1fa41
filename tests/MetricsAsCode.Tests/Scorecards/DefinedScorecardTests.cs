using MetricsAsCode.Tests.Cli;

namespace MetricsAsCode.Tests.Scorecards;

/// <summary>Scorecards from definitions and files, as a user makes them.</summary>
public sealed class DefinedScorecardTests
{
    private const string Definitions =
        """
        module desk
        product "Desk" { currency EUR }
        source costs   from csv "costs.csv" { month date key time; amount money; every month }
        source tickets from csv "tickets.csv" { id integer key; asked date time; who text; state text in [open, closed]; closed boolean }

        let closed    = tickets where state = closed
        let askers    = set(closed.who)
        let unused_in = count(tickets)
        segment of_ann = tickets.who = "ann"
        define per_asker(x number) = x / size(askers)

        metric cost "Cost" = sum(costs.amount)
        metric load "Load" every month = per_asker(count(closed where closed = true))
        metric plain = unused_in
        metric anns as percent = share(tickets where of_ann)

        scorecard w19 for 2026-W19 { trend 2 weeks; show cost; show load; show plain }
        scorecard q2 for 2026-Q2 {
          trend 2 weeks
          show load
          show cost
          show anns
          show objectives
        }
        objective less "Less" { key result load "Load" = load decrease by 10% }

        """;

    [Fact]
    public void A_month_is_not_shown_for_a_week_and_says_why()
    {
        string card = Card("w19");
        card.ShouldContain("| [Cost](../../metrics-defs/desk.metrics#L12) | no value (too fine for every month) |");
        card.ShouldContain("| [Load](../../metrics-defs/desk.metrics#L13) | no value (too fine for every month) |");
        card.ShouldContain("| [plain](../../metrics-defs/desk.metrics#L14) | 2 |");
    }

    [Fact]
    public void A_figure_says_which_month_it_is_of()
    {
        string card = Card("q2");
        card.ShouldContain("| [Load](../../metrics-defs/desk.metrics#L13) | 200.0% in 2026-05 |");  // both tickets of May, by one who asked; June has not ended
        card.ShouldContain("| [Cost](../../metrics-defs/desk.metrics#L12) | 30.00 EUR |");
        card.ShouldContain("100.0% in 2026-03<br>2026-Q1 | 200.0% in 2026-05<br>n = 1");
    }

    [Fact]
    public void The_names_in_a_formula_are_explained_below_it()
    {
        string card = Card("q2");
        card.ShouldContain(
            """
            `per_asker(count(closed where closed = true))`

            - `per_asker(x number)` is `x / size(askers)`
            - `askers` is `set(closed.who)`
            - `closed` is `tickets where state = closed`

            """.ReplaceLineEndings("\n"));
        card.ShouldContain("- `of_ann` is `tickets.who = \"ann\"`\n");
        card.ShouldNotContain("- `unused_in`");
    }

    private static string Card(string name)
    {
        using var folder = Folder();
        folder.Run("scorecard", "--name", name).ShouldSatisfyAllConditions(r => r.Error.ShouldBe(""), r => r.Code.ShouldBe(0));
        return folder.Read($"generated/scorecards/desk-{name}.md");
    }

    private static Sandbox Folder() => new Sandbox()
        .Write("metrics-defs/desk.metrics", Definitions)
        .Write("metrics-defs/costs.csv", "month,amount\n2026-04-01,10\n2026-05-01,20\n")
        .Write("metrics-defs/tickets.csv", "id,asked,who,state,closed\n1,2026-05-04,ann,closed,true\n2,2026-05-05,ann,closed,true\n3,2026-06-10,bob,open,false\n4,2026-03-01,bob,closed,true\n");
}
