using MetricsAsCode.Results;
using MetricsAsCode.Time;

namespace MetricsAsCode.Tests.RealData;

/// <summary>Plan changes of 1,000 customers over sixteen months: figures that others published over the same rows, and one computed with SQL.</summary>
public sealed class FoodieFiTests
{
    private static readonly Lazy<RealData> Data = new(() => new RealData("foodie_fi"));

    [RealDataTheory("foodie_fi")]
    [InlineData("customers", "1000")]
    [InlineData("churned_customers", "307")]
    public void Of_the_whole_data(string metric, string expected) => Text(metric, Whole).ShouldBe(expected);

    [RealDataTheory("foodie_fi")]
    [InlineData("churn_share", 307)]
    [InlineData("churn_after_trial", 92)]
    [InlineData("basic_after_trial", 546)]
    [InlineData("pro_monthly_after_trial", 325)]
    [InlineData("pro_annual_after_trial", 37)]
    [InlineData("trial_to_paid", 908)]
    public void Of_a_thousand_customers(string metric, int customers) => Of(1000, metric, Whole).ShouldBe(customers);

    [RealDataTheory("foodie_fi")]
    [InlineData("on_trial", 19)]
    [InlineData("on_basic", 224)]
    [InlineData("on_pro_monthly", 326)]
    [InlineData("on_pro_annual", 195)]
    [InlineData("gone", 236)]
    public void Plan_on_the_last_day_of_2020(string metric, int customers) => Of(1000, metric, Period.Year(2020)).ShouldBe(customers);

    [RealDataTheory("foodie_fi")]
    [InlineData(1, 88)]
    [InlineData(2, 68)]
    [InlineData(3, 94)]
    [InlineData(4, 81)]
    [InlineData(5, 88)]
    [InlineData(6, 79)]
    [InlineData(7, 89)]
    [InlineData(8, 88)]
    [InlineData(9, 87)]
    [InlineData(10, 79)]
    [InlineData(11, 75)]
    [InlineData(12, 84)]
    public void Trials_started_in_a_month_of_2020(int month, int trials) => Text("trial_starts", Period.Month(2020, month)).ShouldBe($"{trials}");

    [RealDataTheory("foodie_fi")]
    [InlineData("basic monthly", 8)]
    [InlineData("pro monthly", 60)]
    [InlineData("pro annual", 63)]
    [InlineData("churn", 71)]
    public void Changes_to_a_plan_after_2020(string plan, int changes) =>
        Data.Value.Results("plan_changes", Period.Range(new DateOnly(2021, 1, 1), new DateOnly(2021, 4, 30)), new Dimension("plans", "plan_name"))
            .Single(r => r.Group == plan).Measurement.Value.ToString().ShouldBe($"{changes}");

    [RealDataTheory("foodie_fi")]
    [InlineData("upgraded_to_annual", "195")]
    [InlineData("mrr", "11938.75")]
    public void Of_2020(string metric, string expected) => Text(metric, Period.Year(2020)).ShouldBe(expected);

    [RealDataTheory("foodie_fi")]
    [InlineData(104.62, 258)]
    public void Days_from_the_trial_to_the_annual_plan(double days, int customers)
    {
        var measured = Measure("time_to_annual", Whole);
        (measured.Value.ToDouble() / 86_400_000_000).ShouldBe(days, 0.005);
        measured.N.ShouldBe(customers);
    }

    private static Period Whole { get; } = Period.Range(new DateOnly(2020, 1, 1), new DateOnly(2021, 4, 30));

    private static Measurement Measure(string metric, Period period) => Data.Value.Result(metric, period).Measurement;

    private static string Text(string metric, Period period) => Measure(metric, period).Value.ToString();

    /// <summary>The numerator of a share, once its denominator is the one that is due.</summary>
    private static int Of(int denominator, string metric, Period period)
    {
        var measured = Measure(metric, period);
        measured.Denominator.ShouldNotBeNull().ToString().ShouldBe($"{denominator}");
        measured.Value.ToDouble().ShouldBe(measured.Numerator.ShouldNotBeNull().ToDouble() / denominator, 1e-15);
        return (int)measured.Numerator.Value.ToDouble();
    }
}
