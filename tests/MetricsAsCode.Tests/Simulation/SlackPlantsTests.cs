using MetricsAsCode.Time;

namespace MetricsAsCode.Tests.Simulation;

/// <summary>What the simulator plants in the Slack data, the definitions find. Bounds leave room for chance, not for a missed plant.</summary>
public sealed class SlackPlantsTests
{
    private static readonly Lazy<Simulated> Data = new(() => new Simulated("slack", "users.promotion"));

    private static Period HalfYear { get; } = Period.Range(new DateOnly(2026, 1, 1), new DateOnly(2026, 6, 30));

    private static Simulated Slack => Data.Value;

    [Fact]
    public void Those_who_came_for_the_promotion_in_May_stay_less()
    {
        double promoted = Slack.By("users.promotion", "new_user_retention", Period.Quarter(2026, 2))["may50"];
        double april = Slack.Value("new_user_retention", Period.Month(2026, 4));
        promoted.ShouldBeInRange(0.2, 0.5);
        (april - promoted).ShouldBeGreaterThan(0.15);
        Slack.Value("new_sign_ups", Period.Month(2026, 5)).ShouldBeGreaterThan(Slack.Value("new_sign_ups", Period.Month(2026, 4)));
    }

    [Fact]
    public void The_survey_in_the_app_is_too_good_because_only_promoters_care_to_answer()
    {
        var score = Slack.By("nps_requests.asked_by", "nps", HalfYear);
        (score["app"] - score["phone"]).ShouldBeInRange(0.2, 0.6);
        Slack.Value("nps", HalfYear).ShouldBeInRange(score["phone"], score["app"]);
    }

    [Fact]
    public void The_campaign_of_a_competitor_dents_the_first_choice()
    {
        var weeks = Enumerable.Range(20, 13).ToDictionary(w => w, w => Slack.Value("first_choice_share", Period.Week(2026, w)));
        double during = weeks.Where(w => w.Key >= 29).Average(w => w.Value);
        double before = weeks.Where(w => w.Key < 29).Average(w => w.Value);
        during.ShouldBeInRange(0.24, 0.36);
        (before - during).ShouldBeInRange(0.07, 0.25);
        weeks.Where(w => w.Key >= 29).Max(w => w.Value).ShouldBeLessThan(before);
    }

    [Fact]
    public void The_shorter_form_loses_fewer_visitors_and_the_tutorial_fewer_users()
    {
        var before = Period.Quarter(2026, 2);
        var since = Period.Quarter(2026, 3);
        (Slack.Value("sign_up_drop_off_rate.emailed", before) - Slack.Value("sign_up_drop_off_rate.emailed", since)).ShouldBeInRange(0.12, 0.3);
        (Slack.Value("signup_abandonment_rate", before) - Slack.Value("signup_abandonment_rate", since)).ShouldBeInRange(0.08, 0.3);
        (Slack.Value("onboarding_completion_rate", since) - Slack.Value("onboarding_completion_rate", before)).ShouldBeInRange(0.02, 0.18);
    }
}
