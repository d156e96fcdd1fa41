using MetricsAsCode.Time;

namespace MetricsAsCode.Tests.Simulation;

/// <summary>What the simulator plants in the Blinkit data, the definitions find. Bounds leave room for chance, not for a missed plant.</summary>
public sealed class BlinkitPlantsTests
{
    private static readonly Lazy<Simulated> Data = new(() => new Simulated("blinkit", "orders.as_member"));

    private static Period Spring { get; } = Period.Quarter(2026, 2);

    private static Period Half { get; } = Period.Range(new DateOnly(2026, 7, 1), new DateOnly(2026, 8, 15));

    private static Simulated App => Data.Value;

    [Fact]
    public void Customers_of_one_city_leave_when_a_competitor_comes()
    {
        var june = App.By("customers.city", "churn_rate", Period.Month(2026, 6));
        var july = App.By("customers.city", "churn_rate", Period.Month(2026, 7));
        var may = App.By("customers.city", "churn_rate", Period.Month(2026, 5));
        june.MaxBy(c => c.Value).Key.ShouldBe("Pune");
        july.MaxBy(c => c.Value).Key.ShouldBe("Pune");
        (july["Pune"] - may["Pune"]).ShouldBeGreaterThan(0.2);
        july["Pune"].ShouldBeGreaterThan(1.5 * july.Where(c => c.Key != "Pune").Max(c => c.Value));
        july.Where(c => c.Key != "Pune").Average(c => c.Value).ShouldBeLessThan(may.Where(c => c.Key != "Pune").Average(c => c.Value) + 0.05);
    }

    [Fact]
    public void The_week_without_chat_answers_and_resolves_slowest()
    {
        var wait = Enumerable.Range(14, 19).ToDictionary(w => w, w => App.Value("support_response_time", Period.Week(2026, w)));
        var within = Enumerable.Range(14, 19).ToDictionary(w => w, w => App.Value("resolved_within_3_hours", Period.Week(2026, w)));
        wait.MaxBy(w => w.Value).Key.ShouldBe(29);
        within.MinBy(w => w.Value).Key.ShouldBe(29);
        (wait[29] / wait[28]).ShouldBeInRange(4, 8);
        within[29].ShouldBeLessThan(within[28] - 0.4);
    }

    [Fact]
    public void Who_came_for_the_half_price_comes_back_less()
    {
        var month = App.By("customers.offer", "retention_rate_30d", Spring);
        var quarter = App.By("customers.offer", "retention_rate_90d", Spring);
        (App.Value("retention_rate_30d", Spring) - month["half_price"]).ShouldBeGreaterThan(0.1);
        month["refer_a_friend"].ShouldBeGreaterThan(month["half_price"] + 0.1);
        quarter["refer_a_friend"].ShouldBeGreaterThan(quarter["half_price"] + 0.1);
        App.Value("retention_rate_30d", Period.Month(2026, 4)).ShouldBeLessThan(App.Value("retention_rate_30d", Period.Month(2026, 3)) - 0.1);
    }

    [Fact]
    public void The_score_from_the_app_is_too_good_because_the_unhappy_keep_silent()
    {
        foreach (var period in (Period[])[Spring, Half])
        {
            var score = App.By("nps_surveys.asked_by", "nps", period);
            var answered = App.ResponseRateBy("nps_surveys.asked_by", "nps", period);
            (score["app"] - score["phone"]).ShouldBeGreaterThan(0.2);
            answered["app"].ShouldBeInRange(0.3, 0.45);
            answered["phone"].ShouldBeGreaterThan(0.85);
        }
    }

    [Fact]
    public void An_install_from_social_media_costs_twice_as_much_and_nothing_else_changes()
    {
        var before = App.By("channels.channel", "cost_per_install", Period.Range(new DateOnly(2026, 3, 1), new DateOnly(2026, 5, 31)));
        var after = App.By("channels.channel", "cost_per_install", Period.Range(new DateOnly(2026, 6, 1), new DateOnly(2026, 8, 15)));
        (after["social_ads"] / before["social_ads"]).ShouldBeInRange(1.6, 2.5);
        (after["search_ads"] / before["search_ads"]).ShouldBeInRange(0.7, 1.3);
        App.Value("app_install_rate", Half).ShouldBe(App.Value("app_install_rate", Spring), 0.05);
    }

    [Fact]
    public void The_shorter_checkout_keeps_more_carts()
    {
        (App.Value("cart_abandonment_rate", Half) / App.Value("cart_abandonment_rate", Spring)).ShouldBeInRange(0.65, 0.88);
        App.Value("cart_abandonment_rate", Spring).ShouldBe(App.Value("cart_abandonment_rate", Period.Quarter(2026, 1)), 0.03);
        App.Value("checkout_completion_rate", Half).ShouldBeGreaterThan(App.Value("checkout_completion_rate", Spring));
    }

    [Fact]
    public void Members_buy_a_tenth_more_than_before_though_more_than_twice_that_more_than_others()
    {
        var value = App.By("orders.as_member", "average_order_value", Half);
        double lift = App.Value("member_aov_lift", Half);
        double apart = (value["true"] / value["false"]) - 1;
        lift.ShouldBeInRange(0.05, 0.18);
        apart.ShouldBeGreaterThan(2 * lift);
        App.Value("new_members", Half).ShouldBeGreaterThan(1.5 * App.Value("new_members", Spring));
    }
}
