using MetricsAsCode.Results;
using MetricsAsCode.Time;

namespace MetricsAsCode.Tests.RealData;

/// <summary>Log-ins of 12,000 users over two years: figures that others published over the same rows, and ones computed with SQL.</summary>
public sealed class RelaxTests
{
    private static readonly Lazy<RealData> Data = new(() => new RealData("relax_saas"));

    private static Period Whole { get; } = Period.Range(new DateOnly(2012, 5, 31), new DateOnly(2014, 6, 6));

    [RealDataTheory("relax_saas")]
    [InlineData("sign_ups", 12_000)]
    [InlineData("users_with_log_in", 8_823)]
    [InlineData("log_ins", 207_917)]
    [InlineData("adopted_users", 1_656)]
    [InlineData("adopted_users_strict", 1_602)]
    [InlineData("invited_users", 6_417)]
    [InlineData("inviters", 2_564)]
    [InlineData("back_on_day_1", 2_380)]
    [InlineData("back_on_day_7", 233)]
    [InlineData("back_on_day_30", 235)]
    public void Counts_of_all_years(string metric, int expected) => Measure(metric, Whole).Value.ToString().ShouldBe($"{expected}");

    [RealDataTheory("relax_saas")]
    [InlineData("sign_ups", "ORG_INVITE", 4_254)]
    [InlineData("sign_ups", "GUEST_INVITE", 2_163)]
    [InlineData("sign_ups", "PERSONAL_PROJECTS", 2_111)]
    [InlineData("sign_ups", "SIGNUP", 2_087)]
    [InlineData("sign_ups", "SIGNUP_GOOGLE_AUTH", 1_385)]
    [InlineData("adopted_users_strict", "ORG_INVITE", 553)]
    [InlineData("adopted_users_strict", "GUEST_INVITE", 360)]
    [InlineData("adopted_users_strict", "PERSONAL_PROJECTS", 164)]
    [InlineData("adopted_users_strict", "SIGNUP", 293)]
    [InlineData("adopted_users_strict", "SIGNUP_GOOGLE_AUTH", 232)]
    public void Counts_by_source(string metric, string source, int expected) =>
        Data.Value.Results(metric, Whole, new Dimension("users", "creation_source"))
            .Single(r => r.Group == source).Measurement.Value.ToString().ShouldBe($"{expected}");

    [RealDataTheory("relax_saas")]
    [InlineData("mau", 2_095, 0.5)]
    [InlineData("mean_dau", 651.8710, 0.00005)]
    [InlineData("stickiness", 0.3112, 0.00005)]
    public void May_2014(string metric, double expected, double within) => Measure(metric, Period.Month(2014, 5)).Value.ToDouble().ShouldBe(expected, within);

    [RealDataTheory("relax_saas")]
    [InlineData("invites_per_user", 0.53475, 1e-15)]
    [InlineData("back_on_day_30_share", 235.0 / 12_000, 1e-15)]
    [InlineData("day_30_retention", 235.0 / 11_215, 1e-15)]
    public void Ratios_of_all_years(string metric, double expected, double within) => Measure(metric, Whole).Value.ToDouble().ShouldBe(expected, within);

    private static Measurement Measure(string metric, Period period) => Data.Value.Result(metric, period).Measurement;
}
