using MetricsAsCode.Values;

namespace MetricsAsCode.Tests.Values;

public class DisplayLocaleTests
{
    private const double Minute = 60_000_000;

    [Theory]
    [InlineData("en-IN", "123456.5", "INR", "Rs 1,23,456.50")]
    [InlineData("en-IN", "-123456.5", "INR", "-Rs 1,23,456.50")]
    [InlineData("en-IN", "999.995", "INR", "Rs 1,000.00")] // the half goes to the even digit
    [InlineData("en-IN", "999.985", "INR", "Rs 999.98")]
    [InlineData("en-IN", "12345678901234567890.125", "INR", "Rs 1,23,45,67,89,01,23,45,67,890.12")]
    [InlineData("en-IN", "123456.5", "USD", "1,23,456.50 USD")] // another currency is told by its code
    [InlineData("de-DE", "1234.5", "EUR", "1.234,50 €")]
    [InlineData("de-DE", "-1234.5", "EUR", "-1.234,50 €")]
    [InlineData("de-DE", "1234.5", "USD", "1.234,50 USD")]
    [InlineData("de-CH", "1234567.5", "CHF", "CHF 1’234’567.50")]
    [InlineData("en-US", "-0.005", "USD", "$0.00")]
    [InlineData("en-US", "-0.015", "USD", "-$0.02")]
    [InlineData("nl-NL", "1234567.5", "EUR", "€ 1.234.567,50")]
    [InlineData("ja-JP", "1234567.5", "JPY", "¥1,234,568")] // without minor digits
    [InlineData("fr-FR", "1234567.5", "EUR", "1\u00A0234\u00A0567,50 €")]
    [InlineData("es-ES", "1234.5", "EUR", "1234,50 €")]
    [InlineData("es-ES", "12345.5", "EUR", "12.345,50 €")]
    [InlineData(null, "1234.5", "EUR", "1,234.50 EUR")]
    public void Money(string? locale, string amount, string currency, string text) =>
        DisplayFormat.Write(Exact(amount), Unit.Money(currency), locale: DisplayLocale.Of(locale)).ShouldBe(text);

    [Theory]
    [InlineData("en-IN", 12.3456, "1,234.6%")]
    [InlineData("de-DE", 12.3456, "1.234,6 %")]
    [InlineData("de-DE", -0.0625, "-6,2 %")]
    [InlineData("tr-TR", 0.5, "%50,0")]
    [InlineData("tr-TR", -0.5, "-%50,0")]
    [InlineData(null, 0.5, "50.0%")]
    public void Percentages(string? locale, double ratio, string text) => DisplayFormat.Write(Value.Of(ratio), Unit.Ratio, locale: DisplayLocale.Of(locale)).ShouldBe(text);

    [Fact]
    public void Counts_numbers_and_scores()
    {
        var (india, germany) = (DisplayLocale.Of("hi-IN"), DisplayLocale.Of("de-DE"));
        DisplayFormat.Write(Value.Of(123), Unit.Count, locale: india).ShouldBe("123");
        DisplayFormat.Write(Value.Of(1234), Unit.Count, locale: india).ShouldBe("1,234");
        DisplayFormat.Write(Value.Of(12345678), Unit.Count, locale: india).ShouldBe("1,23,45,678");
        DisplayFormat.Write(Value.Of(-1234.5), Unit.Number, locale: germany).ShouldBe("-1.234,50");
        DisplayFormat.Write(Value.Of(4.25), Unit.Score, Display.ScoreOf(5), germany).ShouldBe("4,2 of 5");
        DisplayFormat.Write(Value.Of(0.012), Unit.Ratio, Display.Per(10_000), germany).ShouldBe("120,0 per 10.000");
    }

    [Fact]
    public void Durations()
    {
        var germany = DisplayLocale.Of("de-DE");
        DisplayFormat.Write(Value.Of(125 * Minute), Unit.Duration, locale: germany).ShouldBe("2 h 05 min");
        DisplayFormat.Write(Value.Of(12_500_000.0), Unit.Duration, locale: germany).ShouldBe("12,5 s");
        DisplayFormat.Write(Value.Of(1234.0 * 24 * 60 * Minute), Unit.Duration, locale: germany).ShouldBe("1.234 d 0 h");
    }

    [Fact]
    public void Changes()
    {
        DisplayFormat.WriteChange(Exact("123456.5"), Unit.Money("INR"), locale: DisplayLocale.Of("en-IN")).ShouldBe("+Rs 1,23,456.50");
        DisplayFormat.WriteChange(Exact("-1234.5"), Unit.Money("EUR"), locale: DisplayLocale.Of("de-DE")).ShouldBe("-1.234,50 €");
        DisplayFormat.WriteChange(Value.Of(0.023), Unit.Ratio, locale: DisplayLocale.Of("de-DE")).ShouldBe("+2,3 points");
    }

    [Fact]
    public void What_is_missing_says_why_in_words() =>
        DisplayFormat.Write(Value.None(Reason.DivisionByZero), Unit.Money("INR"), locale: DisplayLocale.Of("en-IN")).ShouldBe("no value (division by zero)");

    [Fact]
    public void The_table_of_locales_is_in_order_and_each_row_can_be_read()
    {
        var rows = Locales();
        rows.Select(static r => r.Tag).ShouldBe(rows.Select(static r => r.Tag).Distinct().Order(StringComparer.Ordinal));
        foreach (var (tag, percent, currency, money) in rows)
        {
            tag.ShouldMatch("^[a-z]{2,3}-[A-Z]{2}$");
            currency.ShouldMatch("^[A-Z]{3}$");
            percent.Count(static c => c == '#').ShouldBe(1);
            money.Count(static c => c == '#').ShouldBe(1);
            var digits = DisplayFormat.Write(Value.Of(1234567.5), Unit.Number, locale: DisplayLocale.Of(tag)).Where(char.IsAsciiDigit);
            string.Concat(digits).ShouldBe("123456750");
        }
    }

    [Fact]
    public void The_language_page_names_every_locale() =>
        Repository.Read("docs/language.md").ShouldContain(string.Join(" ", Locales().Select(static r => $"`{r.Tag}`")));

    private static List<(string Tag, string Percent, string Currency, string Money)> Locales() =>
        [.. typeof(DisplayLocale).Assembly.GetType("MetricsAsCode.Shared.Locales")!.GetField("All")!.GetValue(null).ShouldBeAssignableTo<System.Collections.IEnumerable>()!.Cast<object>()
            .Select(static r => (Text(r, "Tag"), Text(r, "Percent"), Text(r, "Currency"), Text(r, "Money")))];

    private static string Text(object row, string member) => (string)row.GetType().GetProperty(member)!.GetValue(row)!;

    private static Value Exact(string text) => Value.Of(MetricsAsCode.Values.Exact.TryParse(text, out var value) ? value : throw new FormatException(text));
}
