using MetricsAsCode.Time;
using MetricsAsCode.Values;

namespace MetricsAsCode.Tests.Values;

public class ValueTests
{
    [Fact]
    public void Infinity_and_not_a_number_are_overflow_and_not_values()
    {
        Value.Of(double.PositiveInfinity).Reason.ShouldBe(Reason.Overflow);
        Value.Of(double.NaN).HasValue.ShouldBeFalse();
        Value.Of((Exact?)null).Reason.ShouldBe(Reason.Overflow);
        default(Value).Reason.ShouldBe(Reason.NotComputed);
    }

    [Fact]
    public void A_value_gives_back_what_it_holds()
    {
        Value.Of(0.5).AsDouble.ShouldBe(0.5);
        Value.Of(7).AsExact.ShouldBe(new Exact(7));
        Value.Of(7).ToDouble().ShouldBe(7.0);
        Value.Of("paid").AsText.ShouldBe("paid");
        Value.Of(true).AsBoolean.ShouldBeTrue();
        Value.Of(new DateOnly(2026, 7, 1)).ToString().ShouldBe("2026-07-01");
        Value.Of(Instant.FromUtc(2026, 7, 1)).ToString().ShouldBe("2026-07-01T00:00:00Z");
        Value.Of(0.5).Reason.ShouldBeNull();
    }

    [Fact]
    public void Asking_for_what_is_not_there_says_why()
    {
        Should.Throw<InvalidOperationException>(() => Value.None(Reason.DivisionByZero).AsDouble).Message.ShouldBe("There is no value: division by zero.");
        Should.Throw<InvalidOperationException>(() => Value.Of("paid").AsDouble).Message.ShouldBe("The value paid is Text, not Double.");
    }

    [Fact]
    public void Equal_values_are_equal()
    {
        Value.Of(new Exact(150, 2)).ShouldBe(Value.Of(new Exact(15, 1)));
        Value.Of("a").ShouldBe(Value.Of("a"));
        Value.None(Reason.NoWhole(Grain.Month)).ShouldBe(Value.None(Reason.NoWhole(Grain.Month)));
        Value.None(Reason.NoRows).ShouldNotBe(Value.None(Reason.NoData));
    }

    [Fact]
    public void Reasons_are_short_phrases()
    {
        Reason.NoWhole(Grain.Month).Text.ShouldBe("no whole month yet");
        Reason.FinerThan(Grain.Quarter).Text.ShouldBe("too fine for every quarter");
        Reason.NoRows.ToString().ShouldBe("no rows");
    }
}
