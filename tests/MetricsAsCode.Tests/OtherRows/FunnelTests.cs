using MetricsAsCode.Time;

namespace MetricsAsCode.Tests.OtherRows;

public sealed class FunnelTests
{
    private const string Steps = """
          step cart   "Added to cart" = events where name = cart
          step review                 = events where name = review
          step paid   "Order placed"  = events where name = paid
        """;

    private static readonly Period March = Period.Month(2026, 3);

    [Fact]
    public void A_matrix_worked_by_hand()
    {
        using var trial = Shop("""
            1,ann,cart,2026-03-01T10:00:00 2,ann,review,2026-03-01T10:05:00 3,ann,paid,2026-03-01T10:30:00
            4,bob,cart,2026-03-01T10:00:00 5,bob,paid,2026-03-01T10:10:00
            8,cid,review,2026-03-01T11:00:00 6,cid,paid,2026-03-01T09:00:00 7,cid,cart,2026-03-01T10:00:00
            9,dee,cart,2026-03-02T08:00:00 10,dee,review,2026-03-03T07:00:00 11,dee,paid,2026-03-03T08:00:00
            12,eve,cart,2026-03-02T08:00:00 13,eve,review,2026-03-02T09:00:00 14,eve,paid,2026-03-03T08:00:01
            15,fay,cart,2026-03-04T08:00:00 16,fay,cart,2026-03-05T12:00:00 17,fay,review,2026-03-05T12:01:00 18,fay,paid,2026-03-05T12:03:00
            19,gus,cart,2026-03-09T12:00:00 20,gus,review,2026-03-09T12:01:00
            """, "2026-03-10T00:00:00Z");

        // bob skips the review; cid paid before; dee pays at the last instant and eve a second later; fay enters twice; gus has until noon of the 10th.
        trial.Say("checkout.entered", March).ShouldBe("6");
        trial.Say("checkout.cart.count", March).ShouldBe("6");
        trial.Say("checkout.cart.rate", March).ShouldBe("1");
        trial.Say("checkout.review.count", March).ShouldBe("5");
        trial.Say("checkout.paid.count", March).ShouldBe("3");
        trial.Say("checkout.rate", March).ShouldBe("0.5");
        trial.Say("checkout.drop_off", March).ShouldBe("0.5");
        trial.Say("checkout.paid.step_rate", March).ShouldBe("0.6");
        trial.Say("checkout.paid.drop_off", March).ShouldBe("0.4");
        // ann 30, dee 1,440 and fay 3 minutes.
        trial.Say("checkout.paid.time", March).ShouldBe("1800000000");
        trial.Say("checkout.paid.mean_time", March).ShouldBe("29460000000");
        var rate = trial.Of("checkout.rate", March);
        rate.Caveats.ShouldBe(["unfinished period", "small sample (n = 6)", "1 immature left out"]);
        rate.Numerator!.Value.ToString().ShouldBe("3");
        trial.Of("checkout.entered", March).Caveats.ShouldContain("1 immature left out");
    }

    [Fact]
    public void Rows_behind_the_period_count_while_the_window_is_open()
    {
        using var trial = Shop("1,ann,cart,2026-02-28T20:00:00 2,ann,review,2026-03-01T10:00:00 3,ann,paid,2026-03-01T11:00:00", "2026-03-10T00:00:00Z");
        trial.Say("checkout.rate", Period.Month(2026, 2)).ShouldBe("1");
        trial.Say("checkout.entered", March).ShouldBe("0");
        trial.Say("checkout.rate", March).ShouldBe("division by zero");
    }

    [Fact]
    public void Entries_that_are_all_open_have_no_rate_yet()
    {
        using var trial = Shop("1,ann,cart,2026-03-09T12:00:00 2,ann,review,2026-03-09T12:01:00 3,ann,paid,2026-03-09T12:02:00", "2026-03-10T00:00:00Z");
        trial.Say("checkout.rate", March).ShouldBe("immature");
        trial.Say("checkout.paid.time", March).ShouldBe("immature");
        trial.Say("checkout.entered", March).ShouldBe("0");
    }

    [Fact]
    public void The_deepest_chain_of_an_entity_counts_then_the_earliest()
    {
        // The first entry reaches the review after 2 minutes, the second pays after 4, the third after 1.
        using var trial = Shop("""
            1,ann,cart,2026-03-01T10:00:00 2,ann,review,2026-03-01T10:02:00
            3,ann,cart,2026-03-03T10:00:00 4,ann,review,2026-03-03T10:03:00 5,ann,paid,2026-03-03T10:04:00
            6,ann,cart,2026-03-05T10:00:00 7,ann,review,2026-03-05T10:00:30 8,ann,paid,2026-03-05T10:01:00
            """, "2026-03-10T00:00:00Z");
        trial.Say("checkout.paid.time", March).ShouldBe("240000000");
        trial.Say("checkout.review.time", March).ShouldBe("180000000");
        trial.Say("checkout.entered", March).ShouldBe("1");
    }

    [Fact]
    public void A_row_is_used_once_in_a_chain_also_at_one_instant()
    {
        const string Twice = "  step first = events where name = cart\n  step second = events where name = cart\n";
        using var alone = Shop("1,ann,cart,2026-03-01T10:00:00", "2026-03-10T00:00:00Z", Twice);
        alone.Say("checkout.rate", March).ShouldBe("0");
        using var both = Shop("1,ann,cart,2026-03-01T10:00:00 2,ann,cart,2026-03-01T10:00:00", "2026-03-10T00:00:00Z", Twice);
        both.Say("checkout.rate", March).ShouldBe("1");
        both.Say("checkout.second.time", March).ShouldBe("0");
    }

    [Fact]
    public void Of_two_rows_at_one_instant_the_one_with_the_smaller_key_is_taken()
    {
        // Row 2 is review and late; taking it for the review leaves row 3 for the last step.
        const string Overlapping = "  step cart = events where name = cart\n  step review = events where name != cart\n  step late = events where name = late\n";
        using var trial = Shop("1,ann,cart,2026-03-01T10:00:00 3,ann,late,2026-03-01T11:00:00 2,ann,review,2026-03-01T11:00:00", "2026-03-10T00:00:00Z", Overlapping);
        trial.Say("checkout.rate", March).ShouldBe("1");
        using var other = Shop("1,ann,cart,2026-03-01T10:00:00 2,ann,late,2026-03-01T11:00:00 3,ann,review,2026-03-01T11:00:00", "2026-03-10T00:00:00Z", Overlapping);
        other.Say("checkout.rate", March).ShouldBe("0");
    }

    [Theory]
    [InlineData("Asia/Kolkata", "2026-03-01T18:45:00Z", 2)] // 00:15 of the 2nd
    [InlineData("Asia/Kolkata", "2026-03-01T18:15:00Z", 1)] // 23:45 of the 1st
    [InlineData("America/New_York", "2026-03-02T04:45:00Z", 1)] // 23:45 of the 1st
    [InlineData("America/New_York", "2026-03-02T05:15:00Z", 2)] // 00:15 of the 2nd
    public void An_entry_near_midnight_belongs_to_its_local_day(string zone, string at, int day)
    {
        using var trial = Shop($"1,ann,cart,{at} 2,ann,review,{at}", "2026-03-10T00:00:00Z", zone: zone);
        trial.Say("checkout.review.count", Period.Day(new DateOnly(2026, 3, day))).ShouldBe("1");
        trial.Say("checkout.review.count", Period.Day(new DateOnly(2026, 3, 3 - day))).ShouldBe("0");
    }

    [Theory]
    [InlineData("2026-03-08T17:00:00Z", "1")] // 24 hours later, at 13:00 of the clock that was put forward
    [InlineData("2026-03-08T17:00:01Z", "0")]
    public void A_day_is_24_hours_where_clocks_are_put_forward(string paid, string rate)
    {
        using var trial = Shop($"1,ann,cart,2026-03-07T17:00:00Z 2,ann,review,2026-03-07T18:00:00Z 3,ann,paid,{paid}", "2026-03-12T00:00:00Z", zone: "America/New_York");
        trial.Say("checkout.rate", March).ShouldBe(rate);
    }

    [Fact]
    public void Steps_of_several_sources_and_dates()
    {
        const string Definitions = """
            module trial
            product "Trial" { timezone "America/New_York" }
            source users from csv "users.csv" { user text key; joined_on date time; tier text in [basic, member] }
            source orders from csv "orders.csv" { order_id integer key; user text -> users; ordered_on date time }
            funnel start by users within 1 day {
              step joined  = users
              step ordered = orders
            }
            metric of_members = (start.rate where users.tier = member)
            """;
        // On 2026-03-08 New York's day has 23 hours, on 2026-11-01 25. The 10th of November has not ended for who joins on the 9th.
        using var trial = new Trial(
            Definitions,
            "2026-11-10T05:00:00Z",
            ("users.csv", "user,joined_on,tier ann,2026-03-08,basic bob,2026-11-01,member cid,2026-11-02,member dee,2026-11-09,basic"),
            ("orders.csv", "order_id,user,ordered_on 1,ann,2026-03-09 2,bob,2026-11-02 3,cid,2026-11-04 4,dee,2026-11-09"));
        trial.Say("start.entered", Period.Year(2026)).ShouldBe("3");
        trial.Say("start.ordered.count", Period.Year(2026)).ShouldBe("2");
        trial.Say("start.ordered.time", Period.Year(2026)).ShouldBe("86400000000");
        trial.Say("of_members", Period.Year(2026)).ShouldBe("0.5");
        trial.Of("start.rate", Period.Year(2026)).Caveats.ShouldContain("1 immature left out");
    }

    [Fact]
    public void A_metric_per_step_has_a_part_for_each_step_that_has_the_member()
    {
        using var trial = Shop(
            "1,ann,cart,2026-03-01T10:00:00 2,ann,review,2026-03-01T10:05:00 3,ann,paid,2026-03-01T10:30:00 4,bob,cart,2026-03-01T10:00:00 5,bob,review,2026-03-01T10:10:00",
            "2026-03-10T00:00:00Z",
            Steps + "\n}\nmetric lost as percent per step of checkout = drop_off\nmetric reached per step of checkout = count {");
        trial.Say("lost.review", March).ShouldBe("0");
        trial.Say("lost.paid", March).ShouldBe("0.5");
        trial.Say("reached.cart", March).ShouldBe("2");
    }

    private static Trial Shop(string rows, string asOf, string steps = Steps, string zone = "UTC") => new(
        $$"""
        module trial
        product "Trial" { timezone "{{zone}}" }
        source events from csv "events.csv" { id integer key; who text; name text in [cart, review, paid, late]; at timestamp time }
        funnel checkout "Checkout" by events.who within 1 day {
        {{steps}}
        }
        """,
        asOf,
        ("events.csv", "id,who,name,at " + rows));
}
