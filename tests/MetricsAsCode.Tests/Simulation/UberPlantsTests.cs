using MetricsAsCode.Time;

namespace MetricsAsCode.Tests.Simulation;

/// <summary>What the simulator plants in the Uber data, the definitions find. Bounds leave room for chance, not for a missed plant.</summary>
public sealed class UberPlantsTests
{
    private static readonly Lazy<Simulated> Data = new(() => new Simulated("uber"));

    private static Period BeforeChatbot { get; } = Period.Range(new DateOnly(2026, 5, 25), new DateOnly(2026, 7, 5));

    private static Period SinceChatbot { get; } = Period.Range(new DateOnly(2026, 7, 6), new DateOnly(2026, 8, 15));

    private static Simulated Uber => Data.Value;

    [Fact]
    public void The_new_chatbot_takes_tier_1_from_the_agents_and_riders_like_it()
    {
        Uber.Value("chatbot_tier1_share", BeforeChatbot).ShouldBeInRange(0.2, 0.4);
        Uber.Value("chatbot_tier1_share", SinceChatbot).ShouldBeInRange(0.55, 0.75);
        Gain("self_service_resolution_rate").ShouldBeInRange(0.08, 0.25);
        Gain("self_service_share").ShouldBeInRange(0.08, 0.25);
        Gain("chatbot_resolution_rate").ShouldBeInRange(0.15, 0.4);
        Gain("chatbot_csat").ShouldBeInRange(0.1, 0.35);
        (Uber.Value("support_calls", SinceChatbot) / Uber.Value("support_calls", BeforeChatbot)).ShouldBeInRange(0.4, 0.85);
        (Uber.Value("faq_response_time", SinceChatbot) / Uber.Value("faq_response_time", BeforeChatbot)).ShouldBeInRange(0.3, 0.8);
    }

    [Fact]
    public void In_the_short_week_riders_wait_longest_for_an_agent()
    {
        var weeks = Enumerable.Range(2, 31).ToDictionary(w => w, w => Uber.Value("agent_wait", Period.Week(2026, w)));
        weeks.MaxBy(w => w.Value).Key.ShouldBe(21);
        (weeks[21] / weeks.Where(w => w.Key != 21).Average(w => w.Value)).ShouldBeInRange(2.5, 6);
    }

    [Fact]
    public void Rides_in_Mumbai_are_cancelled_twice_as_often_from_the_middle_of_June()
    {
        var before = Uber.By("riders.city", "ride_cancellation_rate", Period.Range(new DateOnly(2026, 4, 1), new DateOnly(2026, 6, 14)));
        var since = Uber.By("riders.city", "ride_cancellation_rate", Period.Range(new DateOnly(2026, 6, 15), new DateOnly(2026, 8, 15)));
        (since["Mumbai"] - before["Mumbai"]).ShouldBeInRange(0.1, 0.25);
        foreach (string city in (string[])["Bengaluru", "Delhi", "Hyderabad"])
        {
            (since[city] - before[city]).ShouldBeInRange(-0.06, 0.06);
        }
    }

    [Fact]
    public void A_sign_up_through_YouTube_costs_twice_as_much_from_July()
    {
        var before = Uber.By("channels.channel", "ad_cost_per_signup", Period.Quarter(2026, 2));
        var since = Uber.By("channels.channel", "ad_cost_per_signup", Period.Quarter(2026, 3));
        (since["youtube_ads"] / before["youtube_ads"]).ShouldBeInRange(1.4, 3);
        (since["google_ads"] / before["google_ads"]).ShouldBeInRange(0.6, 1.4);
    }

    private static double Gain(string metric) => Uber.Value(metric, SinceChatbot) - Uber.Value(metric, BeforeChatbot);
}
