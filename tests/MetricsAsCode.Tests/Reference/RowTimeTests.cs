using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Symbols;
using static MetricsAsCode.Tests.Reference.Bound;

namespace MetricsAsCode.Tests.Reference;

public class RowTimeTests
{
    private const long Hour = 3_600_000_000;

    private static ModelBuilder Model(string zone = "UTC") => new ModelBuilder()
        .Product(ProductSymbol.Default with { TimeZone = zone })
        .Source("t", "id integer key, d date, e date, ts timestamp", "1 | 2026-03-07 | 2026-03-09 | 2026-03-08T03:30:00Z");

    private static string Cell(ModelBuilder model, RowExpression expression) =>
        model.Value(Of(AggregateKind.First, model.Rows("t"), expression), "2026", asOf: "2026-12-31");

    [Fact]
    public void Dates_differ_by_days_of_24_hours_whatever_the_clocks_do()
    {
        // New York skips an hour on 2026-03-08.
        var model = Model("America/New_York");
        Cell(model, model.Column("t.e").Minus(model.Column("t.d"), ScalarType.Duration)).ShouldBe((48 * Hour).ToString());
    }

    [Fact]
    public void A_date_beside_a_timestamp_is_its_local_midnight()
    {
        var model = Model("America/New_York");
        // The midnight of 7 March in New York is 05:00Z; until 03:30Z of the 8th it is 22.5 hours.
        Cell(model, model.Column("t.ts").Minus(model.Column("t.d"), ScalarType.Duration)).ShouldBe((22.5m * Hour).ToString("0"));
        Cell(model, model.Column("t.ts").Is(Comparison.Greater, model.Column("t.d"))).ShouldBe("true");
        Cell(model, model.Column("t.d").Minus(Duration(Hour), ScalarType.Timestamp)).ShouldBe("2026-03-07T04:00:00Z");
    }

    [Fact]
    public void Hour_weekday_and_date_are_those_of_the_products_zone()
    {
        var (utc, newYork) = (Model(), Model("America/New_York"));
        Cell(utc, Call(ScalarFunction.Hour, ScalarType.Integer, utc.Column("t.ts"))).ShouldBe("3");
        Cell(newYork, Call(ScalarFunction.Hour, ScalarType.Integer, newYork.Column("t.ts"))).ShouldBe("22");
        Cell(utc, Call(ScalarFunction.Weekday, ScalarType.Integer, utc.Column("t.ts"))).ShouldBe("7");
        Cell(newYork, Call(ScalarFunction.Weekday, ScalarType.Integer, newYork.Column("t.ts"))).ShouldBe("6");
        Cell(newYork, Call(ScalarFunction.Date, ScalarType.Date, newYork.Column("t.ts"))).ShouldBe("2026-03-07");
        Cell(newYork, Call(ScalarFunction.Weekday, ScalarType.Integer, newYork.Column("t.e"))).ShouldBe("1");
    }

    [Fact]
    public void A_time_after_the_year_9999_overflows()
    {
        var model = Model();
        var far = new RowArithmetic(ArithmeticOperator.Add, model.Column("t.ts"), Duration(long.MaxValue), ScalarType.Timestamp);
        Cell(model, far).ShouldBe("no value (overflow)");
    }

    [Fact]
    public void A_local_day_holds_its_23_hours()
    {
        var model = new ModelBuilder()
            .Product(ProductSymbol.Default with { TimeZone = "America/New_York" })
            .Source("e", "id integer key, at timestamp time", """
                1 | 2026-03-08T04:59:59Z
                2 | 2026-03-08T05:00:00Z
                3 | 2026-03-09T03:59:59Z
                4 | 2026-03-09T04:00:00Z
                """);
        model.Value(Count(model.Rows("e")), "2026-03-08").ShouldBe("2");
    }
}
