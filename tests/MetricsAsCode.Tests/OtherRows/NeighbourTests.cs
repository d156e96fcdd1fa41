using MetricsAsCode.Time;

namespace MetricsAsCode.Tests.OtherRows;

public sealed class NeighbourTests
{
    private static readonly Period Year = Period.Year(2026);

    [Fact]
    public void The_previous_row_is_the_one_before_in_time_whatever_the_order_of_the_file()
    {
        using var trial = Orders("avg(since_previous(orders.placed_at by customer_id))", "3,ann,2026-03-05T00:00:00,a 1,ann,2026-03-01T00:00:00,a 2,ann,2026-03-02T00:00:00,a 4,bob,2026-03-02T00:00:00,a");
        // ann: 1 day and 3 days; bob has one order only.
        trial.Say("m", Year).ShouldBe(Days(2));
    }

    [Fact]
    public void Rows_of_other_periods_are_neighbours_too()
    {
        using var trial = Orders("sum(since_previous(orders.placed_at by customer_id))", "1,ann,2026-02-27T00:00:00,a 2,ann,2026-03-02T00:00:00,a");
        trial.Say("m", Period.Month(2026, 3)).ShouldBe(Days(3));
        trial.Say("m", Period.Month(2026, 2)).ShouldBe("0");
    }

    [Fact]
    public void A_filter_sees_the_rows_before_it_and_an_argument_those_after_it()
    {
        const string Rows = "1,ann,2026-03-01T00:00:00,a 2,ann,2026-03-02T00:00:00,b 3,ann,2026-03-04T00:00:00,a";
        using var after = Orders("sum(since_previous(orders.placed_at by customer_id) where kind = a)", Rows);
        after.Say("m", Year).ShouldBe(Days(3));
        using var before = Orders("count(orders where kind = a and since_previous(placed_at by customer_id) = 2 days)", Rows);
        before.Say("m", Year).ShouldBe("1");
        using var named = Orders("count((orders where kind = a) where since_previous(placed_at by customer_id) = 3 days)", Rows);
        named.Say("m", Year).ShouldBe("1");
    }

    [Fact]
    public void Two_rows_at_one_instant_stand_in_the_order_of_their_keys()
    {
        using var trial = Orders("min(orders.order_id where since_previous(placed_at by customer_id) = 0 days)", "7,ann,2026-03-01T00:00:00,a 3,ann,2026-03-01T00:00:00,a 9,ann,2026-03-02T00:00:00,a");
        trial.Say("m", Year).ShouldBe("7");
    }

    [Fact]
    public void Further_back_and_further_on()
    {
        const string Rows = "1,ann,2026-03-01T00:00:00,a 2,ann,2026-03-02T00:00:00,a 3,ann,2026-03-04T00:00:00,a";
        using var back = Orders("max(since_previous(orders.placed_at by customer_id back 2))", Rows);
        back.Say("m", Year).ShouldBe(Days(3));
        using var on = Orders("max(orders.order_id where until_next(placed_at by customer_id) = 2 days)", Rows);
        on.Say("m", Year).ShouldBe("2");
        using var missing = Orders("count(orders where since_previous(placed_at by customer_id back 3) is known)", Rows);
        missing.Say("m", Year).ShouldBe("0");
    }

    [Fact]
    public void A_row_behind_the_as_of_is_no_neighbour()
    {
        using var trial = Orders("count(orders where until_next(placed_at by customer_id) is known)", "1,ann,2026-03-01T00:00:00,a 2,ann,2026-03-02T00:00:00,a 3,ann,2026-03-05T00:00:00,a", "2026-03-03T00:00:00Z");
        trial.Say("m", Year).ShouldBe("1");
    }

    [Fact]
    public void Days_between_dates_have_24_hours_also_where_a_clock_is_put_forward()
    {
        const string Definitions = """
            module trial
            product "Trial" { timezone "America/New_York" }
            source visits from csv "visits.csv" { user text; day date time; at timestamp zone "America/New_York" }
            metric by_day  = sum(since_previous(visits.day by user))
            metric by_hour = sum(since_previous(visits.at by user))
            """;
        // On 2026-03-08 New York's clocks skip an hour.
        using var trial = new Trial(Definitions, null, ("visits.csv", "user,day,at ann,2026-03-08,2026-03-08T00:00:00 ann,2026-03-09,2026-03-09T00:00:00"));
        trial.Say("by_day", Year).ShouldBe(Days(1));
        trial.Say("by_hour", Year).ShouldBe("82800000000");
    }

    [Fact]
    public void A_row_whose_column_is_missing_has_no_neighbour()
    {
        using var trial = Orders("count(orders where since_previous(placed_at by customer_id) is known)", "1,,2026-03-01T00:00:00,a 2,,2026-03-02T00:00:00,a");
        trial.Say("m", Year).ShouldBe("0");
    }

    [Fact]
    public void A_neighbour_among_rows_that_have_one()
    {
        using var trial = Orders("count((orders where since_previous(placed_at by customer_id) >= 2 days) where since_previous(placed_at by customer_id) = 5 days)",
            "1,ann,2026-03-01T00:00:00,a 2,ann,2026-03-03T00:00:00,a 3,ann,2026-03-04T00:00:00,a 4,ann,2026-03-08T00:00:00,a");
        // Left after the first where: orders 2 and 4, five days apart.
        trial.Say("m", Year).ShouldBe("1");
    }

    private static Trial Orders(string formula, string rows, string? asOf = null) => new(
        "module trial\nsource orders from csv \"orders.csv\" { order_id integer key; customer_id text?; placed_at timestamp time; kind text in [a, b] }\nmetric m = " + formula + "\n",
        asOf,
        ("orders.csv", "order_id,customer_id,placed_at,kind " + rows));

    private static string Days(long days) => (days * 86_400_000_000).ToString(System.Globalization.CultureInfo.InvariantCulture);
}
