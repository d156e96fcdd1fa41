using MetricsAsCode.Tests.Cli;
using MetricsAsCode.Tests.DuckDb;

namespace MetricsAsCode.Tests.Lifetimes;

/// <summary>Rows that come and go, worked by hand: the tests stand in the definitions and hold in every engine.</summary>
public sealed class LifetimeTests : IDisposable
{
    private readonly Sandbox sandbox = new Sandbox().Write("defs/lives.metrics", Repository.Read("tests/MetricsAsCode.Tests/Lifetimes/lifetimes.metrics"));

    public void Dispose() => sandbox.Dispose();

    [Theory]
    [InlineData("compiled")]
    [InlineData("reference")]
    public void What_was_worked_out_by_hand_holds(string engine) => Test(engine);

    [DuckDbFact]
    public void What_was_worked_out_by_hand_holds_in_SQL() => Test("duckdb");

    [Fact]
    public void Two_lives_of_one_key_at_one_instant_are_an_error_that_names_both_lines()
    {
        Write("a,basic,1,2026-01-01,2026-03-01\nb,basic,1,2026-01-01,\na,pro,1,2026-02-28,\n");
        Run().Error.ShouldContain(
            "subscriptions.csv(4): error: column `account_id`: `a` lives from 2026-02-28 on, and on line 2 from 2026-01-01 to 2026-03-01. At each time a key may have one row: end the one before the other begins.");
    }

    [Theory]
    [InlineData("a,basic,1,2026-01-01,2026-03-01\na,pro,1,2026-03-01,\n", "the second begins as the first ends")]
    [InlineData("a,pro,1,2026-03-01,\na,basic,1,2026-01-01,2026-03-01\n", "the order in the file does not matter")]
    [InlineData("a,basic,1,2026-01-01,\nb,pro,1,2026-01-01,\n", "of two keys both may live")]
    [InlineData("a,basic,1,2026-01-01,\na,pro,1,2026-02-01,2026-02-01\n", "a life without an instant meets nobody")]
    public void Lives_that_do_not_meet_are_fine(string rows, string because)
    {
        Write(rows);
        Run().Error.ShouldBe("", because);
    }

    [Fact]
    public void A_short_life_inside_a_long_one_is_found_behind_another_short_one()
    {
        Write("a,basic,1,2026-01-01,2026-12-01\na,basic,1,2026-02-01,2026-03-01\na,basic,1,2026-05-01,2026-06-01\n");
        var error = Run().Error;
        error.ShouldContain("(3): error");
        error.ShouldContain("(4): error: column `account_id`: `a` lives from 2026-05-01 to 2026-06-01, and on line 2 from 2026-01-01 to 2026-12-01.");
    }

    [Fact]
    public void A_reference_to_a_key_that_never_lives_is_dangling_and_one_to_a_key_that_lives_later_is_not()
    {
        Write("a,basic,1,2026-07-01,\n", "1,a,2026-06-02T12:00:00\n");
        Run("pro_tickets").ShouldSay(0, "", "");
        Write("a,basic,1,2026-07-01,\n", "1,zed,2026-06-02T12:00:00\n");
        Run("pro_tickets").Error.ShouldContain("`zed` refers to no row of `subscriptions`");
    }

    private void Test(string engine)
    {
        var ran = sandbox.Run("test", "defs", "--engine", engine);
        ran.Error.ShouldBe("");
        ran.Code.ShouldBe(0);
    }

    private Ran Run(string metric = "mrr") => sandbox.Run("run", metric, "defs", "--for", "2026-06", "--as-of", "2026-06-30") with { Out = "" };

    private void Write(string subscriptions, string tickets = "") => sandbox
        .Write("defs/subscriptions.csv", "account_id,plan,amount,started_on,ended_on\n" + subscriptions)
        .Write("defs/seats.csv", "person,since,until\n")
        .Write("defs/duties.csv", "team,person,begins,ends\n")
        .Write("defs/replies.csv", "ticket_id,words\n")
        .Write("defs/costs.csv", "cost_id,team,booked,amount\n")
        .Write("defs/tickets.csv", "ticket_id,account_id,created_at,team,seat,resolved_on\n" + tickets.Replace("\n", ",,,\n", StringComparison.Ordinal));
}
