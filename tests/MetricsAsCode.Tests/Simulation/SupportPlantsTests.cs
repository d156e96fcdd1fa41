using MetricsAsCode.Time;

namespace MetricsAsCode.Tests.Simulation;

/// <summary>What the simulator plants in the support data, the definitions find. Bounds leave room for chance, not for a missed plant.</summary>
public sealed class SupportPlantsTests
{
    private static readonly Lazy<Simulated> Data = new(() => new Simulated("support", "tickets.agent_id", "contacts.agent_id"));

    private static Period HalfYear { get; } = Period.Range(new DateOnly(2026, 1, 1), new DateOnly(2026, 6, 30));

    private static Simulated Desk => Data.Value;

    [Fact]
    public void The_week_with_half_a_desk_answers_slowest()
    {
        var weeks = Enumerable.Range(2, 25).ToDictionary(w => w, w => Desk.Value("first_response_time", Period.Week(2026, w)));
        weeks.MaxBy(w => w.Value).Key.ShouldBe(12);
        (weeks[12] / weeks[11]).ShouldBeInRange(2, 6);
        (Desk.Value("sla_attainment", Period.Week(2026, 11)) - Desk.Value("sla_attainment", Period.Week(2026, 12))).ShouldBeGreaterThan(0.15);
    }

    [Fact]
    public void One_agent_works_longer_resolves_later_and_customers_come_back()
    {
        var handling = Desk.By("contacts.agent_id", "average_handling_time", HalfYear);
        var resolution = Desk.By("tickets.agent_id", "average_resolution_time", HalfYear);
        var first = Desk.By("tickets.agent_id", "first_contact_resolution", HalfYear);
        handling.MaxBy(a => a.Value).Key.ShouldBe("a03");
        resolution.MaxBy(a => a.Value).Key.ShouldBe("a03");
        first.MinBy(a => a.Value).Key.ShouldBe("a03");
        (handling["a03"] / handling["a02"]).ShouldBeInRange(1.6, 1.8);
        (resolution["a03"] / resolution["a02"]).ShouldBeInRange(1.7, 2.7);
    }

    [Fact]
    public void The_survey_by_email_is_too_good_because_the_unhappy_keep_silent()
    {
        var score = Desk.By("tickets.survey_by", "csat", HalfYear);
        var answered = Desk.By("tickets.survey_by", "csat_response_rate", HalfYear);
        (score["email"] - score["phone"]).ShouldBeGreaterThan(0.05);
        answered["email"].ShouldBeInRange(0.35, 0.45);
        answered["phone"].ShouldBeInRange(0.88, 0.96);
    }

    [Fact]
    public void Software_became_dearer_in_April()
    {
        // 24,800 and 16,800 of salaries, 950 of telephony, 1,800 and then 2,700 of software.
        Desk.Value("support_cost", Period.Month(2026, 3)).ShouldBe(44_350);
        Desk.Value("support_cost", Period.Month(2026, 4)).ShouldBe(45_250);
    }

    [Fact]
    public void The_new_form_moves_tickets_into_the_portal()
    {
        var before = Desk.By("tickets.channel", "tickets_received", Period.Month(2026, 4));
        var after = Desk.By("tickets.channel", "tickets_received", Period.Month(2026, 5));
        (after["portal"] / before["portal"]).ShouldBeInRange(1.5, 2.7);
        (after["phone"] / before["phone"]).ShouldBeInRange(0.5, 0.95);
    }
}
