using MetricsAsCode.Compiler;
using MetricsAsCode.Compiler.Syntax;
using MetricsAsCode.Compiler.Text;
using MetricsAsCode.Tests.Reuse;

namespace MetricsAsCode.Tests.Binding;

/// <summary><c>(ROWS where …).column</c> means what a <c>let</c> of those rows and its column do.</summary>
public sealed class RowsInParenthesesTests
{
    private const string Shop =
        """
        module m
        source customers from csv "c.csv" { id text key; city text }
        source orders from csv "o.csv" {
          id integer key; customer_id text -> customers; asked timestamp time; sent timestamp?; status text in [placed, sent]; amount number; rating integer?
        }
        let done = orders where status = sent
        let late = orders dated sent
        define mean_of_sent(rows rows) = avg((rows where status = sent).amount)
        define hours(rows rows) = avg((rows dated sent).sent - asked)
        define good(answer column) = share(answer where answer >= 4)

        """;

    [Theory]
    [InlineData("sum((orders where status = sent).amount)", "sum(done.amount)")]
    [InlineData("sum((orders where status = sent).amount * amount)", "sum(done.amount * amount)")]
    [InlineData("sum(1 + (orders where status = sent).amount where amount > 1)", "sum(1 + done.amount where amount > 1)")]
    [InlineData("sum((orders where status = sent).amount + (orders where status = sent).rating)", "sum(done.amount + rating)")]
    [InlineData("sum(if (orders dated sent).status = sent then 1 else 0)", "sum(if late.status = sent then 1 else 0)")]
    [InlineData("count((orders).rating)", "count(orders.rating)")]
    [InlineData("size(set((orders where status = sent).customer_id))", "size(set(done.customer_id))")]
    [InlineData("distinct((orders where status = sent).customer_id.city)", "distinct(done.customer_id.city)")]
    [InlineData("median((orders dated sent).sent - asked)", "median(late.sent - asked)")]
    [InlineData("share((orders where status = sent).rating where rating >= 4)", "share(done.rating where rating >= 4)")]
    [InlineData("sum((orders over previous).amount)", "sum(orders.amount over previous)")]
    [InlineData("first((orders where status = sent).amount)", "first(done.amount)")]
    [InlineData("avg(since_previous((orders where status = sent).asked by customer_id))", "avg(since_previous(done.asked by customer_id))")]
    [InlineData("good((orders where status = sent).rating)", "good(done.rating)")]
    [InlineData("mean_of_sent(orders)", "avg(done.amount)")]
    [InlineData("hours(orders)", "avg(late.sent - asked)")]
    [InlineData("hours(orders where amount > 1)", "avg(((orders where amount > 1) dated sent).sent - asked)")]
    public void They_mean_the_same(string written, string otherwise)
    {
        var program = Compilation.Bind([Parser.Parse(new SourceText("m.metrics", $"{Shop}metric a = {written}\nmetric b = {otherwise}\n"))]);
        program.Diagnostics.Where(d => d.IsError).ShouldBeEmpty();
        var metrics = program.Modules[0].Metrics;
        metrics[0].Body.ShouldBe(metrics[1].Body);
    }

    [Fact]
    public void Every_engine_computes_them()
    {
        const string orders =
            "id,customer_id,asked,sent,status,amount,rating\n1,a,2026-05-01T00:00,2026-05-01T06:00,sent,10,5\n2,a,2026-05-02T00:00,,placed,20,\n3,b,2026-04-30T00:00,2026-05-02T00:00,sent,40,2\n";
        const string customers = "id,city\na,Lisbon\nb,Porto\n";
        string text = Shop + "metric a = mean_of_sent(orders)\nmetric b as duration = hours(orders)\n";
        Everywhere.Value(text, "m.a", Period.Month(2026, 5), ("o.csv", orders), ("c.csv", customers)).ShouldBe("10");
        Everywhere.Value(text, "m.b", Period.Month(2026, 5), ("o.csv", orders), ("c.csv", customers)).ShouldBe("97200000000"); // 6 and 48 hours
    }
}
