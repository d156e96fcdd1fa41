using MetricsAsCode.Compiler.Binding.Model;
using static MetricsAsCode.Tests.Reference.Bound;

namespace MetricsAsCode.Tests.Reference;

public class PlaceTests
{
    private static string Place(string rows, AggregateKind kind, decimal? n = null, string key = "integer key")
    {
        var model = new ModelBuilder().Source("t", $"id {key}, at date time, plan text?", rows);
        return model.Value(Of(kind, model.Rows("t"), model.Column("t.plan"), n), "2026");
    }

    private const string Rows = """
        10 | 2026-03-01 | pro
        9  | 2026-03-01 | free
        2  | 2026-01-01 | trial
        3  | 2026-05-01 |
        """;

    [Theory]
    [InlineData(1, "trial")]
    [InlineData(2, "free")]
    [InlineData(3, "pro")]
    [InlineData(4, "no value (missing value)")]
    [InlineData(5, "no value (no rows)")]
    public void Nth_is_by_time_then_by_key_as_a_number(int n, string expected) => Place(Rows, AggregateKind.Nth, n).ShouldBe(expected);

    [Fact]
    public void Text_keys_break_ties_as_text() => Place(Rows, AggregateKind.Nth, 2, "text key").ShouldBe("pro");

    [Fact]
    public void First_and_last_are_rows_whose_value_may_be_missing()
    {
        Place(Rows, AggregateKind.First).ShouldBe("trial");
        Place(Rows, AggregateKind.Last).ShouldBe("no value (missing value)");
    }

    [Fact]
    public void Without_a_key_the_value_breaks_ties()
    {
        Place("1 | 2026-03-01 | b \n 1 | 2026-03-01 | a", AggregateKind.First, key: "integer").ShouldBe("a");
        Place("1 | 2026-03-01 | b \n 1 | 2026-03-01 | a", AggregateKind.Last, key: "integer").ShouldBe("b");
    }

    [Fact]
    public void N_counts_the_known_values()
    {
        var model = new ModelBuilder().Source("t", "id integer key, at date time, plan text?", Rows);
        model.Evaluate(Of(AggregateKind.First, model.Rows("t"), model.Column("t.plan")), "2026").N.ShouldBe(3);
    }
}
