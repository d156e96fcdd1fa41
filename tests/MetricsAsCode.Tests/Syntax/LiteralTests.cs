using MetricsAsCode.Compiler.Syntax;

namespace MetricsAsCode.Tests.Syntax;

public sealed class LiteralTests
{
    [Theory]
    [InlineData("12", "12")]
    [InlineData("1_000", "1000")]
    [InlineData("2.5", "2.5")]
    [InlineData("1_0.2_5", "10.25")]
    [InlineData("20%", "20%")]
    [InlineData("0.5%", "0.5%")]
    [InlineData("5 points", "5pt")]
    [InlineData("12 per 1000", "12/1000")]
    [InlineData("500 INR", "500'INR")]
    [InlineData("30 days", "30'days")]
    [InlineData("1 hour", "1'hour")]
    [InlineData("90 seconds", "90'seconds")]
    [InlineData("1234567890123456789012345678", "1234567890123456789012345678")]
    public void Numbers(string text, string shape) => Read.Shape(text).ShouldBe(shape);

    [Fact]
    public void A_number_spans_its_unit() =>
        Read.Expression("  500 INR").Span.ShouldBe(new(("module m\nlet x = " + "  ").Length, "500 INR".Length));

    [Fact]
    public void Per_with_a_name_is_no_number() => Read.Shape("avg(2 per customers)").ShouldBe("avg(2 per customers)");

    [Theory]
    [InlineData("\"text\"", "text")]
    [InlineData("\"\"", "")]
    [InlineData("\"a \\\"b\\\" \\\\ \\n \\t\"", "a \"b\" \\ \n \t")]
    [InlineData("\"// no comment { } |\"", "// no comment { } |")]
    [InlineData("\"\"\"one line, \"quoted\" \\n\"\"\"", "one line, \"quoted\" \\n")]
    [InlineData("\"\"\"\n    first\n      second\n\n    third\n    \"\"\"", "first\n  second\n\nthird")]
    [InlineData("\"\"\"a\r\nb\"\"\"", "a\nb")]
    public void Texts(string text, string value) => Read.Expression(text).ShouldBeOfType<TextExpression>().Value.ShouldBe(value);

    [Theory]
    [InlineData("2026-07-01", "<Day 2026/182>")]
    [InlineData("2024-12-31", "<Day 2024/366>")]
    [InlineData("2024-02-29", "<Day 2024/60>")]
    [InlineData("2026-Q3", "<Quarter 2026/3>")]
    [InlineData("2026-07", "<Month 2026/7>")]
    [InlineData("2026-W31", "<Week 2026/31>")]
    [InlineData("2026-W53", "<Week 2026/53>")]
    [InlineData("FY2027", "<fiscal Year 2027/1>")]
    [InlineData("FY2027-Q1", "<fiscal Quarter 2027/1>")]
    [InlineData("0001-01-01", "<Day 1/1>")]
    [InlineData("9999-12-31", "<Day 9999/365>")]
    public void Periods(string text, string shape) => Read.Shape(text).ShouldBe(shape);

    [Theory]
    [InlineData("2026", "<Year 2026/1>")]
    [InlineData("2025..2026", "<Year 2025/1>..<Year 2026/1>")]
    [InlineData("2026-07-01..2026-09-30", "<Day 2026/182>..<Day 2026/273>")]
    [InlineData("FY2026-Q4..FY2027-Q1", "<fiscal Quarter 2026/4>..<fiscal Quarter 2027/1>")]
    [InlineData("this month", "<Month 0>")]
    [InlineData("last quarter", "<Quarter -1>")]
    public void Periods_where_one_is_due(string text, string shape)
    {
        Written.Of(Parser.ParsePeriod(text)!).ShouldBe(shape);
        Written.Of(Read.Declaration<ScorecardDeclaration>($"scorecard s for {text} {{ }}").For).ShouldBe(shape);
    }

    [Theory]
    [InlineData("")]
    [InlineData("26")]
    [InlineData("2_026")]
    [InlineData("0000")]
    [InlineData("2026-13")]
    [InlineData("2026-Q3 x")]
    [InlineData("2026-09..2026-07")]
    [InlineData("last")]
    [InlineData("((((")]
    public void What_is_no_period(string text) => Parser.ParsePeriod(text).ShouldBeNull();

    [Theory]
    [InlineData("2026-13", "Months run from `01` to `12`.")]
    [InlineData("2026-00", "Months run from `01` to `12`.")]
    [InlineData("2026-7", "A month has two digits, such as `07`.")]
    [InlineData("2026-02-30", "February 2026 has 28 days.")]
    [InlineData("1900-02-29", "February 1900 has 28 days.")]
    [InlineData("2026-07-00", "July 2026 has 31 days.")]
    [InlineData("2026-07-1", "A day has two digits, such as `01`.")]
    [InlineData("2026-W54", "The weeks of 2026 run from `W01` to `W53`.")]
    [InlineData("2027-W53", "The weeks of 2027 run from `W01` to `W52`.")]
    [InlineData("2026-W00", "The weeks of 2026 run from `W01` to `W53`.")]
    [InlineData("2026-Q5", "Quarters run from `Q1` to `Q4`.")]
    [InlineData("0000-01", "Years run from 0001 to 9999.")]
    [InlineData("2026-01-01-01", "Dates look like `2026-07-01`.")]
    [InlineData("5-3", "A year has four digits. To subtract, put blanks around the sign: `5 - 3`.")]
    [InlineData("FY27", "A fiscal year has four digits, such as `FY2027`.")]
    [InlineData("FY2027-07", "A fiscal period is a year or a quarter, such as `FY2027` or `FY2027-Q1`.")]
    public void Periods_that_do_not_exist(string text, string why)
    {
        var found = Read.Tree("module m\nlet x = " + text).Diagnostics.ShouldHaveSingleItem();
        found.Id.ShouldBe("MAC1008");
        found.Location.Text.Slice(found.Location.Span).ShouldBe(text);
        found.Message.ShouldBe($"`{text}` is not a date or period that exists. {why}");
    }

    [Theory]
    [InlineData(2020, 53)]
    [InlineData(2021, 52)]
    [InlineData(2026, 53)]
    [InlineData(2032, 53)]
    [InlineData(2000, 52)]
    public void Weeks_in_a_year(int year, int weeks) =>
        MetricsAsCode.Compiler.Syntax.Lexing.PeriodLiteral.WeeksIn(year).ShouldBe(weeks);
}
