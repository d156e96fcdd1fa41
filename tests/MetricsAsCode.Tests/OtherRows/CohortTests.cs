using MetricsAsCode.Time;

namespace MetricsAsCode.Tests.OtherRows;

public sealed class CohortTests
{
    private const string Joined = "who,joined_at ann,2026-03-01T10:00:00Z bob,2026-03-01T12:00:00Z cid,2026-03-02T08:00:00Z dee,2026-03-01T08:00:00Z";
    private const string Ordered = "id,who,at 1,bob,2026-03-31T09:00:00Z 2,ann,2026-03-01T09:00:00Z 3,bob,2026-03-31T09:00:00Z";
    private static readonly Period March = Period.Month(2026, 3);

    [Fact]
    public void A_matrix_worked_by_hand()
    {
        using var trial = Joiners("UTC", "2026-04-01T00:00:00Z", Joined, Ordered,
            "days 1..30", "day 0", "day 30", "days 30..", "days 31..", "month 0", "month 1", "months 1..", "weeks 1..4", "week 5", "weeks 0..4");
        trial.Say("joiners.size", March).ShouldBe("4");
        // cid's day 30 is the 1st of April. bob came back on day 30, twice; ann ordered on the day she joined, before she did.
        Says(trial, "m0", "0.3333333333333333", "1 immature left out");
        Says(trial, "m1", "0.25");
        Says(trial, "m2", "0.3333333333333333", "1 immature left out");
        // "`days n..` when it has begun": cid's day 30 begins at the as-of.
        Says(trial, "m3", "0.3333333333333333", "1 immature left out");
        Says(trial, "m4", "immature", "4 immature left out");
        Says(trial, "m5", "0.5");
        Says(trial, "m6", "immature", "4 immature left out");
        Says(trial, "m7", "immature", "4 immature left out");
        // Weeks start on Monday: the 1st is a Sunday, so the week of the 30th is week 5 of ann, bob and dee, and week 4 of cid.
        Says(trial, "m8", "0", "1 immature left out");
        Says(trial, "m9", "immature", "4 immature left out");
        Says(trial, "m10", "0.3333333333333333", "1 immature left out");
    }

    [Theory]
    [InlineData("Asia/Kolkata", "2026-03-01T18:25:00Z", "2026-03-01T18:35:00Z", "1")] // 23:55 and 00:05
    [InlineData("UTC", "2026-03-01T18:25:00Z", "2026-03-01T18:35:00Z", "0")]
    [InlineData("America/New_York", "2026-03-08T04:30:00Z", "2026-03-09T03:30:00Z", "1")] // 23:30 before and after clocks are put forward
    [InlineData("America/New_York", "2026-03-08T04:30:00Z", "2026-03-09T04:30:00Z", "0")] // half past midnight of the 9th
    public void Days_are_those_of_the_product(string zone, string joined, string ordered, string share)
    {
        using var trial = Joiners(zone, "2026-03-20T00:00:00Z", $"who,joined_at ann,{joined}", $"id,who,at 1,ann,{ordered}", "day 1");
        trial.Say("m0", March).ShouldBe(share);
    }

    [Fact]
    public void A_condition_on_those_who_start_and_a_period_before()
    {
        using var trial = new Trial(
            Definitions("UTC", []) + "metric some = (joiners.retained(days 0..5) where users.who != \"dee\")\nmetric before = joiners.retained(days 0..5) over previous\n",
            "2026-05-01T00:00:00Z", ("users.csv", Joined), ("orders.csv", Ordered));
        trial.Say("some", March).ShouldBe("0.3333333333333333");
        trial.Say("before", Period.Month(2026, 4)).ShouldBe("0.25");
        trial.Say("before", March).ShouldBe("no rows");
    }

    [Fact]
    public void Some_rows_of_a_source_can_be_those_who_start()
    {
        const string Some = """

            let named = users where who in ["ann", "bob"]
            cohort few by named starting joined_at returning in orders
            metric back = few.retained(days 1..30)

            """;
        using var trial = new Trial(Definitions("UTC", []) + Some, "2026-05-01T00:00:00Z", ("users.csv", Joined), ("orders.csv", Ordered));
        trial.Say("few.size", March).ShouldBe("2");
        trial.Say("back", March).ShouldBe("0.5");
    }

    private static void Says(Trial trial, string metric, string value, params string[] immature)
    {
        trial.Say(metric, March).ShouldBe(value, metric);
        trial.Of(metric, March).Caveats.Where(c => c.Contains("immature", StringComparison.Ordinal)).ShouldBe(immature, metric);
    }

    private static Trial Joiners(string zone, string asOf, string users, string orders, params string[] offsets) =>
        new(Definitions(zone, offsets), asOf, ("users.csv", users), ("orders.csv", orders));

    private static string Definitions(string zone, string[] offsets) => $$"""
        module trial
        product "Trial" { timezone "{{zone}}"; week starts monday }
        source users from csv "users.csv" { who text key; joined_at timestamp }
        source orders from csv "orders.csv" { id integer key; who text -> users; at timestamp time }
        cohort joiners "New customers" by users starting joined_at returning in orders
        {{string.Join('\n', offsets.Select((o, i) => $"metric m{i} = joiners.retained({o})"))}}

        """;
}
