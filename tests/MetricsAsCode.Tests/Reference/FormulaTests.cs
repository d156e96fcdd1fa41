using MetricsAsCode.Compiler.Binding.Model;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Compiler.Syntax;
using static MetricsAsCode.Tests.Reference.Bound;

namespace MetricsAsCode.Tests.Reference;

public class FormulaTests
{
    private readonly ModelBuilder shop = Shop.Model();

    private BoundRows Orders => shop.Rows("orders");

    // No rating in July; no order in 2025.
    private Measure Rating => Of(AggregateKind.Avg, Orders, shop.Column("orders.rating"));

    private static Measure Unknown(Measure measure) => measure.Is(Comparison.Greater, Number(3));

    [Fact]
    public void Exact_stays_exact_and_division_is_real()
    {
        shop.Value(shop.Revenue().Times(Number(0.5m)), "2026-06").ShouldBe("17.625");
        shop.Value(shop.Revenue().Minus(shop.Revenue()), "2026-06").ShouldBe("0.00");
        shop.Value(shop.Revenue().Per(Count(Orders)), "2026-06").ShouldBe("11.75");
        shop.Value(new NegateMeasure(shop.Revenue()), "2026-06").ShouldBe("-35.25");
    }

    [Fact]
    public void Money_times_a_quotient_is_rounded_four_digits_further() =>
        shop.Value(shop.Revenue().Times(Number(1).Per(Number(3))), "2026-06").ShouldBe("11.750000");

    [Fact]
    public void The_reason_is_the_first_in_reading_order()
    {
        var zero = Number(1).Per(Number(0));
        shop.Value(zero.Plus(Rating), "2026-07").ShouldBe("no value (division by zero)");
        shop.Value(Rating.Plus(zero), "2026-07").ShouldBe("no value (no rows)");
        shop.Value(Call(ScalarFunction.Max, Number(1), Rating, zero), "2026-07").ShouldBe("no value (no rows)");
        shop.Value(Call(ScalarFunction.Coalesce, Rating, zero), "2026-07").ShouldBe("no value (no rows)");
    }

    [Fact]
    public void Coalesce_is_missing_and_if_know_missing_numbers()
    {
        shop.Value(Call(ScalarFunction.Coalesce, Rating, Number(3)), "2026-07").ShouldBe("3");
        shop.Value(Call(ScalarFunction.Coalesce, Rating, Number(3)), "2026-06").ShouldBe("3");
        shop.Value(new IsMissingMeasure(Rating), "2026-07").ShouldBe("true");
        shop.Value(new IfMeasure(Unknown(Rating), Number(1), Number(2), Unit.Number), "2026-07").ShouldBe("2");
        shop.Value(new IfMeasure(Unknown(Count(Orders)), Number(1), Number(2), Unit.Number), "2026-Q2").ShouldBe("1");
    }

    [Fact]
    public void Logic_of_metrics_is_three_valued()
    {
        var yes = Number(1).Is(Comparison.Equal, Number(1));
        var no = Number(1).Is(Comparison.Equal, Number(2));
        var unknown = Unknown(Rating);
        shop.Value(new LogicMeasure(false, unknown, no), "2026-07").ShouldBe("false");
        shop.Value(new LogicMeasure(false, yes, unknown), "2026-07").ShouldBe("no value (no rows)");
        shop.Value(new LogicMeasure(true, unknown, yes), "2026-07").ShouldBe("true");
        shop.Value(new LogicMeasure(true, no, unknown), "2026-07").ShouldBe("no value (no rows)");
        shop.Value(new NotMeasure(unknown), "2026-07").ShouldBe("no value (no rows)");
        shop.Value(new NotMeasure(no), "2026-07").ShouldBe("true");
    }

    [Fact]
    public void A_text_is_among_its_choices()
    {
        var first = Of(AggregateKind.First, Orders, shop.Column("orders.status"));
        shop.Value(new InMeasure(first, new([new Literal(ScalarKind.Text, 0, "delivered")])), "2026").ShouldBe("true");
        shop.Value(new InMeasure(first, new([new Literal(ScalarKind.Text, 0, "cancelled")])), "2026").ShouldBe("false");
        shop.Value(new InMeasure(first, new([new Literal(ScalarKind.Text, 0, "cancelled")])), "2025").ShouldBe("no value (no rows)");
    }

    [Fact]
    public void Functions_of_numbers()
    {
        shop.Value(Call(ScalarFunction.Round, Number(2.5m)), "2026").ShouldBe("2");
        shop.Value(Call(ScalarFunction.Floor, Number(-2.5m)), "2026").ShouldBe("-3");
        shop.Value(Call(ScalarFunction.Ceil, Number(2.1m)), "2026").ShouldBe("3");
        shop.Value(Call(ScalarFunction.Abs, Number(-2.5m)), "2026").ShouldBe("2.5");
        shop.Value(Call(ScalarFunction.Min, Number(2), Number(1), Number(3)), "2026").ShouldBe("1");
    }

    [Fact]
    public void An_operator_that_overflows_has_no_value()
    {
        var huge = Number(79228162514264337593543950335m);
        shop.Value(huge.Times(huge), "2026").ShouldBe("no value (overflow)");
    }

    [Fact]
    public void N_of_a_division_is_that_of_its_denominator_and_else_of_the_first_aggregate()
    {
        var (ratings, orders) = (Of(AggregateKind.Count, Orders, shop.Column("orders.rating")), Count(Orders));
        shop.Evaluate(ratings.Per(orders), "2026-Q2").N.ShouldBe(5);
        shop.Evaluate(ratings.Per(Number(2)), "2026-Q2").N.ShouldBe(4);
        shop.Evaluate(ratings.Per(orders).Plus(orders), "2026-Q2").N.ShouldBe(4);
        shop.Evaluate(ratings.Per(orders).Plus(orders), "2026-Q2").Numerator.ShouldBeNull();
        shop.Evaluate(Number(2).Plus(Number(1)), "2026-Q2").N.ShouldBe(0);
    }

    [Fact]
    public void Parts_and_n_show_through_windows_and_metrics()
    {
        var aov = shop.Metric("aov", shop.Revenue().Per(Count(Orders)));
        var before = shop.Evaluate(new MetricMeasure(aov).Over(Previous()), "2026-06");
        (before.Value.ToString(), before.Numerator.ToString(), before.Denominator.ToString(), before.N).ShouldBe(("15.25", "30.50", "2", 2));
    }

    [Fact]
    public void The_window_written_last_is_applied_first()
    {
        // At July: `over previous` leads to June, and all before June is May.
        shop.Value(Count(Orders).Over(Window(WindowForm.AllBefore)).Over(Previous()), "2026-07").ShouldBe("2");
        // At July: all before has no first day, so nothing lies before it.
        shop.Value(Count(Orders).Over(Previous()).Over(Window(WindowForm.AllBefore)), "2026-07").ShouldBe("no value (nothing before the beginning)");
        shop.Value(Count(Orders.Over(Window(WindowForm.AllBefore)).Over(Previous())), "2026-07").ShouldBe("2");
    }

    [Fact]
    public void A_window_without_a_stretch_gives_its_reason() =>
        shop.Value(Count(Orders).Plus(Count(Orders).Over(Previous())), "0001").ShouldBe("no value (outside the years 1 to 9999)");
}
