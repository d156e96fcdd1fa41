using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Symbols;
using static MetricsAsCode.Tests.Reference.Bound;

namespace MetricsAsCode.Tests.Reference;

public class AggregateTests
{
    private readonly ModelBuilder shop = Shop.Model();

    private BoundRows Orders => shop.Rows("orders");

    private RowColumn Amount => shop.Column("orders.amount");

    private RowColumn Rating => shop.Column("orders.rating");

    [Theory]
    [InlineData("2026-05", "2")]
    [InlineData("2026-06", "3")]
    [InlineData("2026-07", "1")]
    [InlineData("2026-Q2", "5")]
    [InlineData("2026-06-30", "1")]
    [InlineData("2025", "0")]
    public void A_row_belongs_to_the_period_of_its_time(string period, string count) => shop.Value(Count(Orders), period).ShouldBe(count);

    [Theory]
    [InlineData(AggregateKind.Count, "2")]
    [InlineData(AggregateKind.Sum, "35.25")]
    [InlineData(AggregateKind.Avg, "17.625")]
    [InlineData(AggregateKind.Min, "5.00")]
    [InlineData(AggregateKind.Max, "30.25")]
    [InlineData(AggregateKind.Median, "17.625")]
    [InlineData(AggregateKind.Distinct, "2")]
    public void Aggregates_skip_missing_values(AggregateKind kind, string expected) => shop.Value(Of(kind, Orders, Amount), "2026-06").ShouldBe(expected);

    [Theory]
    [InlineData(AggregateKind.Count, "0")]
    [InlineData(AggregateKind.Sum, "0.00")]
    [InlineData(AggregateKind.Distinct, "0")]
    [InlineData(AggregateKind.Avg, "no value (no rows)")]
    [InlineData(AggregateKind.Median, "no value (no rows)")]
    [InlineData(AggregateKind.Min, "no value (no rows)")]
    [InlineData(AggregateKind.Max, "no value (no rows)")]
    [InlineData(AggregateKind.StdDev, "no value (no rows)")]
    [InlineData(AggregateKind.First, "no value (no rows)")]
    [InlineData(AggregateKind.Last, "no value (no rows)")]
    public void Only_count_distinct_and_sum_of_nothing_are_zero(AggregateKind kind, string expected) =>
        shop.Value(Of(kind, Orders, Amount), "2025").ShouldBe(expected);

    [Fact]
    public void An_average_shows_its_sum_and_its_count()
    {
        var average = shop.Evaluate(Of(AggregateKind.Avg, Orders, Amount), "2026-06");
        (average.Numerator.ToString(), average.Denominator.ToString(), average.N).ShouldBe(("35.25", "2", 2));
    }

    [Fact]
    public void The_standard_deviation_is_that_of_a_sample()
    {
        // May: 10.00 and 20.50; half the squared difference is 55.125.
        shop.Evaluate(Of(AggregateKind.StdDev, Orders, Amount), "2026-05").Value.ToDouble().ShouldBe(Math.Sqrt(55.125), 1e-15);
        shop.Value(Of(AggregateKind.StdDev, Orders, Amount), "2026-07").ShouldBe("no value (fewer than two rows)");
    }

    [Theory]
    [InlineData(0.5, "25", "20")]
    [InlineData(0.25, "17.5", "10")]
    [InlineData(0.26, "17.8", "20")]
    [InlineData(0, "10", "10")]
    [InlineData(1, "40", "40")]
    public void Percentiles_interpolate_and_discrete_ones_do_not(double p, string interpolated, string discrete)
    {
        var model = new ModelBuilder().Source("t", "id integer key, x integer", "1 | 40 \n 2 | 10 \n 3 | 30 \n 4 | 20");
        var x = model.Column("t.x");
        model.Value(Of(AggregateKind.Percentile, model.Rows("t"), x, (decimal)p), "2026", "2026-12-31").ShouldBe(interpolated);
        model.Value(Of(AggregateKind.PercentileDisc, model.Rows("t"), x, (decimal)p), "2026", "2026-12-31").ShouldBe(discrete);
    }

    [Fact]
    public void A_sum_of_doubles_does_not_depend_on_the_order_of_rows()
    {
        string[] values = ["1e16", "1", "-1e16", "1e-8", "3.3"];
        foreach (var order in new[] { values, [.. values.Reverse()], [.. values.OrderBy(v => v, StringComparer.Ordinal)] })
        {
            var model = new ModelBuilder().Source("t", "id integer key, x number", string.Join('\n', order.Select((v, i) => $"{i} | {v}")));
            model.Value(Sum(model.Rows("t"), model.Column("t.x")), "2026", "2026-12-31").ShouldBe("4.30000001");
        }
    }

    [Fact]
    public void A_sum_of_money_is_exact()
    {
        var model = new ModelBuilder().Source("t", "id integer key, m money(2)", string.Join('\n', Enumerable.Range(0, 1000).Select(i => $"{i} | 0.10")));
        model.Value(Sum(model.Rows("t"), model.Column("t.m")), "2026", "2026-12-31").ShouldBe("100.00");
    }

    [Fact]
    public void A_sum_of_more_than_38_digits_overflows()
    {
        var model = new ModelBuilder().Source("t", "id integer key, x integer", "1 | 9000000000000000000 \n 2 | 9000000000000000000");
        var x = model.Column("t.x");
        var cube = x.Times(x, ScalarType.Integer).Times(Int(1_000_000), ScalarType.Integer);
        model.Value(Sum(model.Rows("t"), cube), "2026", "2026-12-31").ShouldBe("no value (overflow)");
    }

    [Fact]
    public void A_share_counts_what_is_known_to_be_true_among_its_base()
    {
        var liked = Rating.Is(Comparison.GreaterOrEqual, Int(4));
        var ofAll = shop.Evaluate(Share(Orders, liked), "2026-Q2");
        (ofAll.Value.ToString(), ofAll.Numerator.ToString(), ofAll.Denominator.ToString(), ofAll.N).ShouldBe(("0.4", "2", "5", 5));
        var ofRated = shop.Evaluate(Share(Orders.Where(new RowNot(new RowIsMissing(Rating))), liked), "2026-Q2");
        (ofRated.Value.ToString(), ofRated.N).ShouldBe(("0.5", 4));
        shop.Value(Share(Orders, liked), "2025").ShouldBe("no value (no rows)");
    }

    [Fact]
    public void Rows_at_or_after_the_as_of_do_not_count() => shop.Value(Count(Orders), "2026", asOf: "2026-05-31").ShouldBe("2");

    [Fact]
    public void A_static_source_counts_in_every_period() => shop.Value(Count(shop.Rows("customers")), "1999").ShouldBe("4");

    [Fact]
    public void Rows_can_be_dated_by_another_column_and_are_in_no_period_without_it()
    {
        var model = new ModelBuilder().Source("tickets", "id integer key, opened date time, solved date?", """
            1 | 2026-05-01 | 2026-06-01
            2 | 2026-06-01 |
            3 | 2026-06-02 | 2026-06-30
            """);
        var tickets = model.Rows("tickets");
        model.Value(Count(tickets), "2026-06", "2026-06-30").ShouldBe("2");
        model.Value(Count(tickets.Dated(model.Column("tickets.solved"))), "2026-06", "2026-06-30").ShouldBe("2");
        model.Value(Count(tickets.Dated(model.Column("tickets.solved"))), "2026", "2026-06-29").ShouldBe("1");
    }

    [Fact]
    public void Lines_borrow_the_time_of_their_order_and_reach_its_customer()
    {
        shop.Source("lines", "order_id integer -> orders, quantity integer, time order_id.placed_at", "1 | 2 \n 1 | 3 \n 3 | 7 \n 99 | 1000");
        var lines = shop.Rows("lines");
        var quantity = shop.Column("lines.quantity");
        shop.Value(Sum(lines, quantity), "2026-05").ShouldBe("5");
        shop.Value(Sum(lines, quantity), "2026").ShouldBe("12");
        shop.Value(Sum(lines.Where(shop.Column("lines.order_id.customer_id.country").Eq(Text("DE"))), quantity), "2026-06").ShouldBe("7");
    }
}
