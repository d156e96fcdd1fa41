using MetricsAsCode.Results;
using MetricsAsCode.Values;

namespace MetricsAsCode.Tests.Values;

public class TypedResultTests
{
    private static Measurement Of(Value value, Unit unit) => new() { Value = value, Unit = unit };

    [Fact]
    public void A_ratio_tells_all_it_rests_on()
    {
        var churn = Ratio.From(new Measurement
        {
            Value = Value.Of(0.25),
            Unit = Unit.Ratio,
            Numerator = Value.Of(2),
            Denominator = Value.Of(8),
            N = 8,
            Caveats = [Caveat.UnfinishedPeriod, Caveat.SmallSample(8)],
        });
        churn.HasValue.ShouldBeTrue();
        churn.Value.ShouldBe(0.25);
        churn.Numerator.ShouldBe(Value.Of(2));
        churn.N.ShouldBe(8);
        churn.Caveats.ShouldBe(["unfinished period", "small sample (n = 8)"]);
        churn.ToString().ShouldBe("25.0%");
    }

    [Fact]
    public void Without_a_value_the_reason_is_named()
    {
        var ratio = Ratio.From(Measurement.None(Reason.DivisionByZero, Unit.Ratio));
        ratio.HasValue.ShouldBeFalse();
        ratio.Reason.ShouldBe(Reason.DivisionByZero);
        ratio.ToString().ShouldBe("no value (division by zero)");
        Should.Throw<InvalidOperationException>(() => ratio.Value).Message.ShouldContain("division by zero");
        default(Ratio).Reason.ShouldBe(Reason.NotComputed);
    }

    [Fact]
    public void A_result_of_another_unit_is_not_taken() =>
        Should.Throw<ArgumentException>(() => Ratio.From(Of(Value.Of(3), Unit.Count))).Message.ShouldContain("A result in count is not a Ratio.");

    [Fact]
    public void Money_is_exact_where_it_can_be()
    {
        var revenue = Money.From(Of(Value.Of(new Exact(12657930395, 4)), Unit.Money("USD")));
        revenue.Value.ShouldBe(1265793.0395m);
        revenue.ExactAmount.ShouldBe(new Exact(12657930395, 4));
        revenue.Currency.ShouldBe("USD");
        var mean = Money.From(Of(Value.Of(0.1), Unit.Money("USD")));
        mean.Value.ShouldBe(0.1m);
        mean.ExactAmount.ShouldBeNull();
    }

    [Fact]
    public void Lengths_of_time_and_counts_are_the_types_of_the_platform()
    {
        Duration.From(Of(Value.Of(90_000_000), Unit.Duration)).Value.ShouldBe(TimeSpan.FromSeconds(90));
        Duration.From(Of(Value.Of(1.5), Unit.Duration)).Value.ShouldBe(TimeSpan.FromMicroseconds(2));
        Count.From(Of(Value.Of(new Exact(300, 2)), Unit.Count)).Value.ShouldBe(3);
        Should.Throw<InvalidOperationException>(() => Count.From(Of(Value.Of(2.5), Unit.Count)).Value);
        Should.Throw<OverflowException>(() => Count.From(Of(Value.Of(Exact.Multiply(long.MaxValue, 10)), Unit.Count)).Value);
    }

    [Fact]
    public void A_breakdown_is_read_by_position_and_by_name()
    {
        var rows = new Breakdown<Count>([new("Germany", Count.From(Of(Value.Of(2), Unit.Count))), new(null, Count.From(Of(Value.Of(1), Unit.Count)))]);
        rows.Count.ShouldBe(2);
        rows["Germany"].Value.ShouldBe(2);
        rows[null].Value.ShouldBe(1);
        rows[1].Label.ShouldBe("(missing)");
        rows[0].ToString().ShouldBe("Germany: 2");
        Should.Throw<KeyNotFoundException>(() => rows["France"]).Message.ShouldBe("There is no group `France`. The groups are Germany, (missing).");
    }

    [Fact]
    public void Equal_measurements_are_equal()
    {
        var one = Of(Value.Of(1), Unit.Count) with { Caveats = [Caveat.Quarantined(2)] };
        var same = Of(Value.Of(1), Unit.Count) with { Caveats = ["2 rows quarantined"] };
        one.ShouldBe(same);
        one.ShouldNotBe(same with { N = 5 });
        one.ShouldNotBe(same with { Caveats = [] });
    }
}
