using MetricsAsCode.Calculation;
using MetricsAsCode.Time;
using MetricsAsCode.Values;
using static MetricsAsCode.Tests.Calculation.Shop;

namespace MetricsAsCode.Tests.Calculation;

public sealed class FormulaTests
{
    private static readonly Formula Two = Count(OrderRows); // January
    private static readonly Formula Money = Formula.Read(Revenue, AggregateKind.Sum, Window.Own); // 150.50 in January
    private static readonly Formula NoRows = Formula.Read(Revenue, AggregateKind.Avg, Window.Of(new WindowStep.Previous())); // Nothing before January
    private static readonly Formula True = Formula.Compare(Two, Comparison.Equal, Formula.Constant(2));
    private static readonly Formula False = Formula.Not(True);
    private static readonly Formula Unknown = Formula.Compare(NoRows, Comparison.Equal, Formula.Constant(2));

    public static TheoryData<Formula, string> Arithmetic => new()
    {
        { Two + Money, "152.50" },
        { -Money, "-150.50" },
        { Money * Formula.Constant(new Exact(2, 1)), "30.100" },
        { Money / Two, "75.25" },
        { Two / (Two - Two), "no value (division by zero)" },
        { NoRows + Two / (Two - Two), "no value (no rows)" },
        { Two / (Two - Two) + NoRows, "no value (division by zero)" },
        { Money * (Two / Formula.Constant(3)), "100.333333" }, // Money times a double is exact again, at four more digits.
        { Formula.Call(NumberFunction.Coalesce, NoRows, Two), "2" },
        { Formula.Call(NumberFunction.Coalesce, NoRows, Two / (Two - Two)), "no value (no rows)" },
        { Formula.Call(NumberFunction.Abs, -Money), "150.50" },
        { Formula.Call(NumberFunction.Round, Money), "150" },
        { Formula.Call(NumberFunction.Round, Money + Formula.Constant(1)), "152" },
        { Formula.Call(NumberFunction.Floor, -Money), "-151" },
        { Formula.Call(NumberFunction.Ceil, Money / Two), "76" },
        { Formula.Call(NumberFunction.Min, Money, Two, NoRows), "no value (no rows)" },
        { Formula.Call(NumberFunction.Max, Two, Money, Formula.Constant(7)), "150.50" },
        { Formula.If(True, Two, Money), "2" },
        { Formula.If(Unknown, Two, Money), "150.50" },
    };

    public static TheoryData<Formula, string> Logic => new()
    {
        { Unknown, "no value (no rows)" },
        { Formula.And(Unknown, False), "false" },
        { Formula.And(False, Unknown), "false" },
        { Formula.And(True, Unknown), "no value (no rows)" },
        { Formula.Or(Unknown, True), "true" },
        { Formula.Or(Unknown, False), "no value (no rows)" },
        { Formula.Or(False, False), "false" },
        { Formula.Not(Unknown), "no value (no rows)" },
        { Formula.IsMissing(NoRows), "true" },
        { Formula.IsMissing(Two), "false" },
        { Formula.Compare(Two, Comparison.Less, Money), "true" },
        { Formula.Compare(Two, Comparison.NotEqual, Formula.Constant(new Exact(200, 2))), "false" },
        { Formula.In(Two, [Value.Of(1), Value.Of(2)]), "true" },
        { Formula.In(NoRows, [Value.Of(1)]), "no value (no rows)" },
        { Formula.In(Read(AllOrders, AggregateState.Ordered, Kernel.Column("status"), AggregateKind.First), [Value.Of("delivered")]), "true" },
    };

    [Theory]
    [MemberData(nameof(Arithmetic))]
    [MemberData(nameof(Logic))]
    public void Formulas_have_the_value_that_they_say(Formula formula, string value) => Of(formula).Value("m0", "2026-01").ShouldBe(value);

    [Fact]
    public void The_n_is_that_of_the_denominator_or_else_of_the_first_leaf()
    {
        var shop = Of(Money / Two, Money / Formula.Constant(2), Formula.Constant(2), Money + Formula.Read(Buyers, AggregateKind.Distinct, Window.Of(new WindowStep.Ever())));
        shop.Of("m0", "2026-02").N.ShouldBe(2);
        shop.Of("m1", "2026-02").N.ShouldBe(1);
        shop.Of("m2", "2026-02").N.ShouldBe(0);
        shop.Of("m3", "2026-02").N.ShouldBe(1);
    }

    [Fact]
    public void Dates_and_timestamps_meet_at_local_midnight()
    {
        var due = Read(AllOrders, AggregateState.Extent, Kernel.Column("due"), AggregateKind.Min); // 7 January
        var placed = Read(AllOrders, AggregateState.Extent, Kernel.Column("placed_at"), AggregateKind.Min); // 5 January, 08:00
        var shop = Of(due - placed, due - due, placed + Formula.Constant(1_000_000), Formula.Compare(due, Comparison.Greater, placed));
        shop.Value("m0", "2026-01").ShouldBe((40 * 3_600_000_000L).ToString());
        shop.Value("m1", "2026-01").ShouldBe("0");
        shop.Value("m2", "2026-01").ShouldBe("2026-01-05T08:00:01Z");
        shop.Value("m3", "2026-01").ShouldBe("true");
    }

    [Fact]
    public void A_module_names_the_metrics_it_has() =>
        Should.Throw<ArgumentException>(() => Of(Two).Value("m7", "2026")).Message.ShouldContain("Module `shop` has no metric `m7`; it has m0.");
}
