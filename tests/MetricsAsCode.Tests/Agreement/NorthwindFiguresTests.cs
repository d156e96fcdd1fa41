using MetricsAsCode.Results;

namespace MetricsAsCode.Tests.Agreement;

/// <summary>
/// Figures that others published over the same data (metrics-defs/northwind/data/LICENSE.md says where it comes from), computed by the shipped definitions.
/// </summary>
public sealed class NorthwindFiguresTests
{
    private static readonly Period Whole = Period.Range(new DateOnly(1996, 7, 4), new DateOnly(1998, 5, 6));

    [Theory]
    [InlineData("revenue", "1265793.0395")]                 // published: 1,265,793.04; the sum of rounded lines would be 1,265,793.29
    [InlineData("orders_placed", "830")]
    [InlineData("late_orders", "37")]                       // shipped on the very day is not late: with >= there would be 40
    public void Exact_figures_of_all_years(string metric, string expected) => Exact(metric, Whole, expected);

    [Theory]
    [InlineData(1996, "208083.97")]
    [InlineData(1997, "617085.20")]
    [InlineData(1998, "440623.87")]
    public void Revenue_of_a_year(int year, string published) =>
        Math.Round(decimal.Parse(Measure("revenue", Period.Year(year)).Value.AsExact.ToString(), System.Globalization.CultureInfo.InvariantCulture), 2)
            .ShouldBe(decimal.Parse(published, System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("average_order_value", 1525.05, 0.005)]     // not 587.37, the mean of lines
    [InlineData("median_order_value", 943.25, 0.005)]
    [InlineData("on_time_rate", 793.0 / 830, 1e-15)]        // 95.54%
    [InlineData("on_time_shipped_rate", 772.0 / 809, 1e-15)]
    [InlineData("repeat_customer_share", 88.0 / 89, 1e-15)]
    [InlineData("time_to_ship", 8.4920 * 86_400_000_000, 0.00005 * 86_400_000_000)]
    public void Figures_of_all_years(string metric, double published, double within) =>
        Measure(metric, Whole).Value.ToDouble().ShouldBe(published, within);

    [Theory]
    [InlineData("on_time_rate", 830)]
    [InlineData("on_time_shipped_rate", 809)]               // 21 orders have not shipped
    [InlineData("time_to_ship", 809)]
    [InlineData("repeat_customer_share", 89)]               // of 91 customers, two never ordered
    [InlineData("median_order_value", 830)]
    [InlineData("revenue", 2155)]
    public void Sample_sizes_of_all_years(string metric, long n) => Measure(metric, Whole).N.ShouldBe(n);

    private static void Exact(string metric, Period period, string expected) =>
        Measure(metric, period).Value.ToString().ShouldBe(expected);

    private static Measurement Measure(string metric, Period period)
    {
        MetricRequest[] request = [new($"northwind.{metric}", [period])];
        var calculated = Northwind.Compiled().Evaluate(request, default).Single().Measurement;
        var reference = Northwind.Reference().Evaluate(request, default).Single().Measurement;
        calculated.Value.ShouldBe(reference.Value, $"{metric}: calculator and reference");
        return calculated;
    }
}
