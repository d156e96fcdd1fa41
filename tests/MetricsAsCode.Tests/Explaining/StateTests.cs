using MetricsAsCode.Engines.Explaining;
using MetricsAsCode.Tests.Cli;

namespace MetricsAsCode.Tests.Explaining;

public class StateTests
{
    private const string Definitions =
        """
        module saas
        source contracts from csv "contracts.csv" {
          account text key
          since   date
          until   date?
          seats   integer
          valid from since to until
        }
        source visits from csv "visits.csv" {
          visit_id integer key
          account  text?
          on       date time
        }
        metric seats   = sum(contracts.seats at end)
        metric opening = count(contracts at start)
        metric returns = count(visits where since_previous(on by account) <= 7 days)

        """;

    private const string Contracts = "account,since,until,seats\na,2026-01-01,,10\nb,2026-01-01,2026-05-10,20\nc,2026-06-15,2026-06-30,5\nd,2026-07-15,,1\n";

    private const string Visits = "visit_id,account,on\n1,a,2026-06-01\n2,a,2026-06-05\n3,b,2026-06-05\n4,a,2026-06-20\n5,,2026-06-30\n6,b,2026-07-31\n";

    [Fact]
    public void What_lives_at_the_end_is_what_has_begun_and_not_ended()
    {
        var explained = Explain("seats");
        var rows = explained.Rows.ShouldHaveSingleItem();
        rows.Days.ShouldBe("end of 2026-06-30");
        rows.Funnel()[^1].ShouldBe("valid at the end of 2026-06-30 1 (3 false, 0 unknown)"); // a; b and c have ended, d has not begun
        rows.Columns.ShouldBe(["account", "since", "until", "seats"]);
        rows.Samples[0].Lines.ShouldHaveSingleItem().Cells.ShouldBe(["a", "2026-01-01", null, "10"]);
        explained.Formula.Shown().ShouldBe("10");
    }

    [Fact]
    public void The_start_is_the_end_of_the_day_before() =>
        Explain("opening", "2026-05").Rows[0].Funnel()[^1].ShouldBe("valid at the end of 2026-04-30 2 (2 false, 0 unknown)");

    [Fact]
    public void A_value_that_follows_from_other_rows_is_shown_beside_what_it_reads()
    {
        var rows = Explain("returns").Rows.ShouldHaveSingleItem();
        rows.Funnel()[^1].ShouldBe("since_previous(on by account) <= 7 days 1 (1 false, 3 unknown)"); // 2 after 4 days, 4 after 15; 1, 3 and 5 have none before
        rows.Samples[0].Lines.ShouldHaveSingleItem().Cells.ShouldBe(["2", "2026-06-05", "a", "4 d 0 h"]);
        rows.Columns[^1].ShouldBe("since_previous(on by account)");
    }

    private static Explanation Explain(string metric, string period = "2026-06")
    {
        using var folder = new Sandbox().Write("saas.metrics", Definitions).Write("contracts.csv", Contracts).Write("visits.csv", Visits);
        var module = MetricsAsCode.Engines.Loading.Workspace.Load(".", folder.Root).Modules.Single();
        return Explanations.Over(folder.Root, module, metric, period, null, 5);
    }
}
