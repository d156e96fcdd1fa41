using MetricsAsCode.Tests.Cli;

namespace MetricsAsCode.Tests.Agreement;

/// <summary>How different computed values, and sets that values ask for, are explained.</summary>
public sealed class ComputedValueTests : IDisposable
{
    private readonly Sandbox sandbox = new Sandbox().Write("defs/computed.metrics", Repository.Read("tests/MetricsAsCode.Tests/Agreement/computed_values.metrics"));

    public void Dispose() => sandbox.Dispose();

    [Fact]
    public void An_explanation_shows_the_value_of_each_row_and_who_is_in_the_set()
    {
        sandbox
            .Write("defs/users.csv", "user_id,city\nann,Lisbon\nbob,Porto\n")
            .Write("defs/plans.csv", "user_id,booked\n")
            .Write("defs/events.csv", "event_id,user_id,at_time,amount,weight,score\n1,ann,2026-05-04T12:00:00,1.00,,\n2,ann,2026-06-04T12:00:00,2.00,,\n3,bob,2026-06-04T18:00:00,4.00,,\n");
        var days = sandbox.Run("explain", "active_days", "defs", "--for", "2026-06").Out;
        days.ShouldContain("`date(at_time)`: 2 known, 0 missing");
        days.ShouldContain("2026-06-04T12:00:00Z   2026-06-04");
        var revenue = sandbox.Run("explain", "old_revenue", "defs", "--for", "2026-06").Out;
        revenue.ShouldContain("active over previous, 2026-05: 1 of users.user_id\n  ann");
        revenue.ShouldContain("ann       2.00     2.00");
        revenue.ShouldContain("bob       4.00     0.00");
    }
}
