using MetricsAsCode.Values;

namespace MetricsAsCode.Tests.Values;

public class DisplayFormatTests
{
    private const double Hour = 3_600_000_000;

    private static Value Exact(string text) => Value.Of(MetricsAsCode.Values.Exact.TryParse(text, out var value) ? value : throw new FormatException(text));

    [Theory]
    [InlineData(0.5, "50.0%")]
    [InlineData(1.0, "100.0%")]
    [InlineData(0.9554216867469879, "95.5%")]
    [InlineData(0.0625, "6.2%")]
    [InlineData(0.1235, "12.4%")]
    [InlineData(-0.0004, "0.0%")]
    [InlineData(1e-300, "0.0%")]
    public void Ratios_are_percent_and_halves_go_to_the_even_digit(double value, string text) =>
        DisplayFormat.Write(Value.Of(value), Unit.Ratio).ShouldBe(text);

    [Theory]
    [InlineData(0.023, "+2.3 points")]
    [InlineData(-0.1, "-10.0 points")]
    [InlineData(0.0, "0.0 points")]
    public void Points_have_a_sign(double value, string text) => DisplayFormat.Write(Value.Of(value), Unit.Ratio, Display.Points).ShouldBe(text);

    [Theory]
    [InlineData("1265793.0395", "USD", "1,265,793.04 USD")]
    [InlineData("-1234.5", "INR", "-1,234.50 INR")]
    [InlineData("1234.5", "JPY", "1,234 JPY")]
    [InlineData("0.0005", "KWD", "0.000 KWD")]
    public void Money_has_its_currency_and_minor_digits(string amount, string currency, string text) =>
        DisplayFormat.Write(Exact(amount), Unit.Money(currency)).ShouldBe(text);

    [Theory]
    [InlineData(8.5 * 24 * Hour, "8 d 12 h")]
    [InlineData(1234.0 * 24 * Hour, "1,234 d 0 h")]
    [InlineData(125.0 / 60 * Hour, "2 h 05 min")]
    [InlineData(187.0 / 3600 * Hour, "3 min 07 s")]
    [InlineData(12_500_000, "12.5 s")]
    [InlineData(250_000, "250 ms")]
    [InlineData(0, "0 s")]
    [InlineData(3_599_800_000, "1 h 00 min")] // 59 min 59.8 s
    [InlineData(86_399_000_000, "1 d 0 h")]
    [InlineData(59_960_000, "1 min 00 s")]
    [InlineData(999_600, "1.0 s")]
    [InlineData(-125.0 / 60 * Hour, "-2 h 05 min")]
    public void Durations_show_their_two_largest_units(double microseconds, string text) =>
        DisplayFormat.Write(Value.Of(microseconds), Unit.Duration).ShouldBe(text);

    [Fact]
    public void Counts_and_numbers_are_grouped()
    {
        DisplayFormat.Write(Value.Of(1234567), Unit.Count).ShouldBe("1,234,567");
        DisplayFormat.Write(Value.Of(8.492), Unit.Number).ShouldBe("8.49");
        DisplayFormat.Write(Value.Of(8.0), Unit.Number).ShouldBe("8");
        DisplayFormat.Write(Value.Of(1e21), Unit.Number).ShouldBe("1,000,000,000,000,000,000,000");
    }

    [Fact]
    public void Forms_with_a_base_name_it()
    {
        DisplayFormat.Write(Value.Of(4.25), Unit.Score, Display.ScoreOf(5)).ShouldBe("4.2 of 5");
        DisplayFormat.Write(Value.Of(0.012), Unit.Ratio, Display.Per(1000)).ShouldBe("12.0 per 1,000");
        DisplayFormat.Write(Value.Of(0.5), Unit.Ratio, Display.Ratio).ShouldBe("0.500");
        DisplayFormat.Write(Value.Of(0.5), Unit.Ratio, Display.Percent with { Decimals = 0 }).ShouldBe("50%");
    }

    [Fact]
    public void Changes_have_a_sign_and_those_of_ratios_are_points()
    {
        DisplayFormat.WriteChange(Value.Of(0.023), Unit.Ratio).ShouldBe("+2.3 points");
        DisplayFormat.WriteChange(Exact("12.5"), Unit.Money("USD")).ShouldBe("+12.50 USD");
        DisplayFormat.WriteChange(Value.Of(-3), Unit.Count).ShouldBe("-3");
    }

    [Fact]
    public void No_value_says_why() => DisplayFormat.Write(Value.None(Reason.DivisionByZero), Unit.Ratio).ShouldBe("no value (division by zero)");
}
