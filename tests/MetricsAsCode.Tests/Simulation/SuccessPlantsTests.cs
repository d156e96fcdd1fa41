using MetricsAsCode.Time;

namespace MetricsAsCode.Tests.Simulation;

/// <summary>What the simulator plants in the customer success data, the definitions find. Bounds leave room for chance, not for a missed plant.</summary>
public sealed class SuccessPlantsTests
{
    private static readonly Lazy<Simulated> Data = new(() => new Simulated("success"));

    private static Simulated Accounts => Data.Value;

    [Fact]
    public void Startups_leave_most_and_enterprises_least()
    {
        var months = Enumerable.Range(1, 6).Select(m => Accounts.By("accounts.segment", "churn_rate", Period.Month(2026, m))).ToList();
        double Mean(string segment) => months.Average(m => m[segment]);
        Mean("startup").ShouldBeInRange(0.05, 0.11);
        Mean("startup").ShouldBeGreaterThan(Mean("mid_market") * 1.5);
        Mean("mid_market").ShouldBeGreaterThan(Mean("enterprise"));
    }

    [Fact]
    public void The_dearer_seat_shows_as_expansion_of_the_plan_in_May()
    {
        var plans = Enumerable.Range(1, 6).ToDictionary(m => m, m => Accounts.By("subscriptions.plan", "mrr_movements.expansion", Period.Month(2026, m)));
        plans.MaxBy(m => m.Value["team"]).Key.ShouldBe(5);
        plans[5]["team"].ShouldBeGreaterThan(5 * plans.Where(m => m.Key != 5).Max(m => m.Value["team"]));
    }

    [Fact]
    public void The_movements_explain_every_change_of_mrr()
    {
        string[] parts = ["new", "expansion", "contraction", "churned", "reactivated"];
        for (int month = 1; month <= 6; month++)
        {
            var period = Period.Month(2026, month);
            double change = Accounts.Value("mrr", period) - Accounts.Value("mrr", month == 1 ? Period.Month(2025, 12) : Period.Month(2026, month - 1));
            parts.Sum(part => Accounts.Value($"mrr_movements.{part}", period)).ShouldBe(change, 1e-6);
        }

        Enumerable.Range(1, 6).Sum(m => Accounts.Value("mrr_movements.reactivated", Period.Month(2026, m))).ShouldBeGreaterThan(0);
    }

    [Fact]
    public void The_new_onboarding_halves_the_time_to_value()
    {
        double before = Accounts.Value("onboarding_speed", Period.Quarter(2026, 1));
        double after = Accounts.Value("onboarding_speed", Period.Range(new DateOnly(2026, 4, 1), new DateOnly(2026, 5, 31)));
        (after / before).ShouldBeInRange(0.3, 0.65);
        Accounts.Value("onboarding_steps", Period.Month(2026, 6)).ShouldBeLessThan(Accounts.Value("onboarding_steps", Period.Month(2026, 3)) - 0.5);
    }

    [Fact]
    public void The_score_sees_who_will_leave()
    {
        var months = Enumerable.Range(1, 6).Select(m => Period.Month(2026, m)).ToList();
        double leaving = months.Average(m => Accounts.Value("health_before_leaving", m));
        double staying = months.Average(m => Accounts.Value("health_before_staying", m));
        (staying - leaving).ShouldBeGreaterThan(10);
    }

    [Fact]
    public void A_free_month_brings_more_invitations_not_better_ones()
    {
        var may = Period.Month(2026, 5);
        var june = Period.Month(2026, 6);
        (Accounts.Value("invites_per_user", june) / Accounts.Value("invites_per_user", may)).ShouldBeInRange(1.6, 4);
        Accounts.Value("k_factor", june).ShouldBeGreaterThan(Accounts.Value("k_factor", may));
        Accounts.Value("invite_conversion", june).ShouldBe(Accounts.Value("invite_conversion", may), 0.15);
    }
}
