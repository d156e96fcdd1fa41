using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Symbols;
using static MetricsAsCode.Tests.Reference.Bound;

namespace MetricsAsCode.Tests.Reference;

public class RowExpressionTests
{
    private const string Missing = "no value (missing value)";

    private static ModelBuilder Model(string row = "1 | | | | | | | |") => new ModelBuilder().Source(
        "t", "id integer key, a boolean?, b boolean?, x integer?, y number?, m money(2)?, d date?, ts timestamp?, s text?", row);

    /// <summary>The value of an expression of the model's only row.</summary>
    private static string Cell(ModelBuilder model, RowExpression expression) =>
        model.Value(Of(AggregateKind.First, model.Rows("t"), expression), "2026", asOf: "2026-12-31");

    private static RowColumn C(ModelBuilder model, string name) => model.Column("t." + name);

    [Theory]
    [InlineData("true", "true", "true", "true")]
    [InlineData("true", "false", "false", "true")]
    [InlineData("false", "false", "false", "false")]
    [InlineData("true", "", Missing, "true")]
    [InlineData("", "true", Missing, "true")]
    [InlineData("false", "", "false", Missing)]
    [InlineData("", "false", "false", Missing)]
    [InlineData("", "", Missing, Missing)]
    public void And_and_or_are_three_valued(string a, string b, string and, string or)
    {
        var model = Model($"1 | {a} | {b} | | | | | |");
        Cell(model, new RowLogic(false, C(model, "a"), C(model, "b"))).ShouldBe(and);
        Cell(model, new RowLogic(true, C(model, "a"), C(model, "b"))).ShouldBe(or);
    }

    [Theory]
    [InlineData("true", "false")]
    [InlineData("false", "true")]
    [InlineData("", Missing)]
    public void Not_leaves_unknown_unknown(string a, string expected)
    {
        var model = Model($"1 | {a} | | | | | | |");
        Cell(model, new RowNot(C(model, "a"))).ShouldBe(expected);
    }

    [Theory]
    [InlineData("true", "then")]
    [InlineData("false", "else")]
    [InlineData("", "else")]
    public void If_with_an_unknown_condition_takes_else(string a, string expected)
    {
        var model = Model($"1 | {a} | | | | | | |");
        Cell(model, new RowIf(C(model, "a"), Text("then"), Text("else"), ScalarType.Text)).ShouldBe(expected);
    }

    [Fact]
    public void Only_coalesce_and_is_missing_know_what_to_do_with_a_missing_operand()
    {
        var model = Model();
        Cell(model, C(model, "x").Times(Int(2), ScalarType.Integer)).ShouldBe(Missing);
        Cell(model, C(model, "x").Is(Comparison.NotEqual, Int(2))).ShouldBe(Missing);
        Cell(model, new RowNegate(C(model, "x"))).ShouldBe(Missing);
        Cell(model, new RowIn(C(model, "x"), new([new Literal(ScalarKind.Integer, 1)]))).ShouldBe(Missing);
        Cell(model, Call(ScalarFunction.Max, ScalarType.Integer, C(model, "x"), Int(2))).ShouldBe(Missing);
        Cell(model, Call(ScalarFunction.Lower, ScalarType.Text, C(model, "s"))).ShouldBe(Missing);
        Cell(model, Call(ScalarFunction.Coalesce, ScalarType.Integer, C(model, "x"), Int(2))).ShouldBe("2");
        Cell(model, new RowIsMissing(C(model, "x"))).ShouldBe("true");
    }

    [Fact]
    public void Where_keeps_only_what_is_known_to_be_true()
    {
        var model = Model("""
            1 | true  | | | | | | |
            2 | false | | | | | | |
            3 |       | | | | | | |
            """);
        model.Value(Count(model.Rows("t").Where(C(model, "a"))), "2026", "2026-12-31").ShouldBe("1");
        model.Value(Count(model.Rows("t").Where(new RowNot(C(model, "a")))), "2026", "2026-12-31").ShouldBe("1");
    }

    [Fact]
    public void Money_and_integers_stay_exact_and_division_is_real()
    {
        var model = Model("1 | | | 3 | 0.5 | 10.10 | | |");
        var money = ScalarType.Money("USD", 2);
        Cell(model, C(model, "m").Times(C(model, "x"), money)).ShouldBe("30.30");
        Cell(model, C(model, "m").Minus(C(model, "m"), money)).ShouldBe("0.00");
        Cell(model, C(model, "m").Times(C(model, "y"), ScalarType.Money("USD", 6))).ShouldBe("5.050000");
        Cell(model, C(model, "x").Times(C(model, "y"), ScalarType.Number)).ShouldBe("1.5");
        Cell(model, C(model, "x").DividedBy(Int(2))).ShouldBe("1.5");
        Cell(model, new RowNegate(C(model, "m"))).ShouldBe("-10.10");
    }

    [Fact]
    public void Division_by_zero_is_missing_in_a_row()
    {
        var model = Model("1 | | | 3 | | | | |");
        Cell(model, C(model, "x").DividedBy(Int(0))).ShouldBe(Missing);
    }

    [Fact]
    public void An_overflow_in_one_row_leaves_the_aggregate_without_a_value()
    {
        var model = Model("1 | | | 9000000000000000000 | | | | |");
        var square = C(model, "x").Times(C(model, "x"), ScalarType.Integer);
        Cell(model, square.Times(C(model, "x"), ScalarType.Integer)).ShouldBe("no value (overflow)");
        model.Value(Sum(model.Rows("t"), square), "2026", "2026-12-31").ShouldBe("81" + new string('0', 36));
        model.Value(Count(model.Rows("t").Where(square.Times(square, ScalarType.Integer).Is(Comparison.Greater, Int(0)))), "2026", "2026-12-31")
            .ShouldBe("no value (overflow)");
    }

    [Fact]
    public void Branches_meet_in_the_type_of_the_whole()
    {
        var model = Model("1 | true | | 3 | 0.5 | | | |");
        Cell(model, new RowIf(C(model, "a"), C(model, "x"), C(model, "y"), ScalarType.Number)).ShouldBe("3");
        model.Evaluate(Of(AggregateKind.First, model.Rows("t"), new RowIf(C(model, "a"), C(model, "x"), C(model, "y"), ScalarType.Number)), "2026", "2026-12-31")
            .Value.Kind.ShouldBe(MetricsAsCode.Values.ValueKind.Double);
    }

    [Fact]
    public void Text_compares_by_utf8_bytes_and_lower_folds_ascii_only()
    {
        var model = Model("1 | | | | | | | | ÄB");
        // U+FF5E sorts before U+1F600 by code point, after it by UTF-16 code unit.
        Cell(model, Text("\uFF5E").Is(Comparison.Less, Text("\U0001F600"))).ShouldBe("true");
        Cell(model, Call(ScalarFunction.Lower, ScalarType.Text, C(model, "s"))).ShouldBe("Äb");
        Cell(model, Call(ScalarFunction.Contains, ScalarType.Boolean, C(model, "s"), Text("B"))).ShouldBe("true");
        Cell(model, Call(ScalarFunction.StartsWith, ScalarType.Boolean, C(model, "s"), Text("B"))).ShouldBe("false");
        Cell(model, Call(ScalarFunction.EndsWith, ScalarType.Boolean, C(model, "s"), Text("B"))).ShouldBe("true");
        Cell(model, new RowIn(C(model, "s"), new([new Literal(ScalarKind.Text, 0, "ab"), new Literal(ScalarKind.Text, 0, "ÄB")]))).ShouldBe("true");
    }

    [Theory]
    [InlineData(2.5, "2", "2", "3")]
    [InlineData(3.5, "4", "3", "4")]
    [InlineData(-2.5, "-2", "-3", "-2")]
    public void Round_goes_half_to_even_floor_down_and_ceil_up(double value, string round, string floor, string ceil)
    {
        var model = Model();
        var number = Dec((decimal)value);
        Cell(model, Call(ScalarFunction.Round, ScalarType.Integer, number)).ShouldBe(round);
        Cell(model, Call(ScalarFunction.Floor, ScalarType.Integer, number)).ShouldBe(floor);
        Cell(model, Call(ScalarFunction.Ceil, ScalarType.Integer, number)).ShouldBe(ceil);
    }

    [Fact]
    public void Abs_min_and_max_keep_the_type()
    {
        var model = Model("1 | | | -3 | | -1.50 | | |");
        Cell(model, Call(ScalarFunction.Abs, ScalarType.Money("USD", 2), C(model, "m"))).ShouldBe("1.50");
        Cell(model, Call(ScalarFunction.Min, ScalarType.Integer, C(model, "x"), Int(2))).ShouldBe("-3");
        Cell(model, Call(ScalarFunction.Max, ScalarType.Integer, C(model, "x"), Int(2))).ShouldBe("2");
    }

    [Fact]
    public void As_of_is_the_end_of_the_newest_day() => Cell(Model(), new RowAsOf()).ShouldBe("2027-01-01T00:00:00Z");
}
