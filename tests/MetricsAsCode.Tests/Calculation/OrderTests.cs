using MetricsAsCode.Calculation;
using MetricsAsCode.Data;
using MetricsAsCode.Time;
using MetricsAsCode.Values;

namespace MetricsAsCode.Tests.Calculation;

/// <summary>Rows of one and the same time.</summary>
public sealed class OrderTests
{
    private static readonly ColumnPath Day = new("day");

    [Fact]
    public void Equal_times_are_ordered_by_key_numbers_by_size() =>
        Of([new("n", new ColumnType(ColumnKind.Integer)) { IsKey = true }, Tables.Of("day", ColumnKind.Date), Tables.Text("name")],
            """
            n  | day        | name
            10 | 2026-01-01 | ten
            9  | 2026-01-01 | nine
            11 | 2026-01-02 | later
            """).ShouldBe("nine ten later");

    [Fact]
    public void Equal_times_are_ordered_by_each_part_of_a_compound_key() =>
        Of([Tables.Key("a"), Tables.Key("b"), Tables.Of("day", ColumnKind.Date), Tables.Text("name")],
            """
            a | b | day        | name
            x | z | 2026-01-01 | third
            x | y | 2026-01-01 | second
            w | z | 2026-01-01 | first
            """).ShouldBe("first second third");

    [Fact]
    public void Without_a_key_equal_times_are_ordered_by_value_and_the_missing_is_last() =>
        Of([Tables.Of("day", ColumnKind.Date), Tables.Text("name")],
            """
            day        | name
            2026-01-01 |
            2026-01-01 | b
            2026-01-01 | a
            """).ShouldBe("a b no value (missing value)");

    private static string Of(ColumnSchema[] columns, string rows)
    {
        var schema = new SourceSchema("list", columns);
        var ordered = new Aggregate(new Selection("list", Day), AggregateState.Ordered, Kernel.Column("name"));
        var metrics = Enumerable.Range(1, 3).Select(n => new MetricPlan($"m{n}", Formula.Read(ordered, AggregateKind.Nth, Window.Own, n), Unit.Text)).ToArray();
        var plan = new CalculatorPlan("order", Calendar.Utc, [new SourcePlan(schema, Day, [.. columns.Select(c => c.Name)])], metrics, []);
        var list = new Handmade(plan, new Dictionary<string, DataFrame> { ["list"] = Tables.Read(schema, rows) });
        return string.Join(' ', metrics.Select(m => list.Value(m.Name, "2026-01")));
    }
}
