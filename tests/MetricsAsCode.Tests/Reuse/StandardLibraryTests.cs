using System.Globalization;

namespace MetricsAsCode.Tests.Reuse;

/// <summary>Every function of <c>std</c> over rows few enough to compute by hand. In May ann has two rows, bob and cyd one; in April ann and dan.</summary>
public sealed class StandardLibraryTests
{
    private const string Rows =
        "id,day,who,score,rating,effort,paid\n1,2026-05-01,ann,10,5,2,10\n2,2026-05-02,ann,9,4,1,20\n3,2026-05-03,bob,7,2,,30\n4,2026-05-04,cyd,3,,,40\n"
        + "5,2026-04-01,ann,1,1,7,1\n6,2026-04-02,dan,1,1,7,1\n7,2026-06-01,eve,1,1,7,1\n";

    [Theory]
    [InlineData("churn(set(rows.who))", 0.5)]             // dan of ann and dan
    [InlineData("retention(set(rows.who))", 0.5)]
    [InlineData("change(count(rows))", 1)]                // 4 after 2
    [InlineData("reduction(count(rows))", -1)]
    [InlineData("aov(rows.paid)", 25)]
    [InlineData("nps(rows.score)", 0.25)]                 // 10 and 9 of four, less 3
    [InlineData("csat(rows.rating)", 2 / 3.0)]            // 5 and 4 of three
    [InlineData("ces(rows.effort)", 1.5)]
    [InlineData("dau_mau(set(rows.who))", 4 / 31.0 / 3)]  // one on each of four days of 31; three in the month
    [InlineData("scale(count(rows), 2, 6)", 0.5)]
    [InlineData("scale(count(rows), 5, 6)", 0)]
    [InlineData("repeat_rate(rows.who)", 1 / 3.0)]        // ann of ann, bob and cyd
    [InlineData("wilson(2 * count(rows), 10)", 0.49016)]  // 8 of 10: (0.99208 - 0.31362) / 1.38416
    [InlineData("wilson_upper(2 * count(rows), 10)", 0.94332)]
    [InlineData("sqrt(count(rows) + 5)", 3)]
    public void A_function_of_std_gives_what_its_formula_says(string formula, double expected)
    {
        string definitions = "module m\nsource rows from csv \"rows.csv\" { id integer key; day date time; who text; score integer? in 0..10; rating integer? in 1..5; effort integer?; paid money EUR }\n"
            + $"metric x = {formula}\n";
        double.Parse(Everywhere.Value(definitions, "m.x", Period.Month(2026, 5), ("rows.csv", Rows)), CultureInfo.InvariantCulture).ShouldBe(expected, 1e-5);
    }

    [Fact]
    public void A_negative_number_has_no_root() => Everywhere.Compute(
        "module m\nsource rows from csv \"rows.csv\" { id integer key; day date time }\nmetric x = sqrt(count(rows) - 9)\n", "m.x", Period.Month(2026, 5), null, ("rows.csv", Rows))
        .ShouldHaveSingleItem().Measurement.Value.HasValue.ShouldBeFalse();
}
