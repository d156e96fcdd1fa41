using System.Globalization;

namespace MetricsAsCode.Simulation.Support;

/// <summary>
/// A support desk from 1 January to 30 June 2026: a scale of 1 has 12 agents, 900 customers and about 3,500 tickets.
/// Tickets come in order of time; each draws from its own generator.
/// </summary>
internal sealed class SupportSimulation(ulong seed, int scale)
{
    private const int TicketStream = 1;
    private const int CustomerStream = 2;
    private const int FrontLine = 8;
    private const int Specialists = 4;
    private static readonly int First = Clock.DayOf(2026, 1, 1);
    private static readonly int Last = Clock.DayOf(2026, 6, 30);

    private int Customers => 900 * scale;

    public void Write(DataFolder folder)
    {
        WriteAgents(folder);
        WriteCustomers(folder);
        WriteTickets(folder);
        WriteCosts(folder);
    }

    private static string AgentId(int agent) => string.Create(CultureInfo.InvariantCulture, $"a{agent:00}");

    private void WriteAgents(DataFolder folder)
    {
        using var file = folder.Open("agents.csv", "agent_id", "name", "team");
        for (int agent = 1; agent <= (FrontLine + Specialists) * scale; agent++)
        {
            file.Text(AgentId(agent)).Text(string.Create(CultureInfo.InvariantCulture, $"Agent {agent}")).Text(agent <= FrontLine * scale ? "front_line" : "specialists").End();
        }
    }

    private void WriteCustomers(DataFolder folder)
    {
        using var file = folder.Open("customers.csv", "customer_id", "age_group", "region");
        for (int customer = 1; customer <= Customers; customer++)
        {
            var random = SplitMix64.Of(seed, CustomerStream, customer);
            file.Number(customer).Text(random.Any<string>(["under_30", "from_30_to_59", "from_60"])).Text(random.Any<string>(["North", "South", "East", "West"])).End();
        }
    }

    private void WriteTickets(DataFolder folder)
    {
        using var tickets = folder.Open(
            "tickets.csv",
            "ticket_id", "customer_id", "agent_id", "severity", "channel", "product_line", "created_at", "first_response_at", "resolved_at", "survey_by", "survey_sent_at");
        using var contacts = folder.Open("contacts.csv", "contact_id", "ticket_id", "agent_id", "asked_at", "answered_at", "handling_time");
        using var surveys = folder.Open("surveys.csv", "ticket_id", "answered_at", "rating", "helpful", "effort", "recommend");
        var model = new TicketModel(Customers, FrontLine * scale, Specialists * scale, Clock.Midnight(Last + 1));
        long id = 0;
        long contact = 0;
        for (int day = First; day <= Last; day++)
        {
            int due = (Clock.IsWeekend(day) ? 9 : 23) * scale;
            for (int i = 0; i < due; i++)
            {
                id++;
                var random = SplitMix64.Of(seed, TicketStream, id);
                long createdAt = Clock.Midnight(day) + (long)(Curve.Day.At((i + random.Unit()) / due) * Clock.Day);
                var ticket = model.Draw(random, day, createdAt);
                string? agent = ticket.Agent is { } number ? AgentId(number) : null;
                tickets.Number(id).Number(ticket.Customer).Text(agent).Text(ticket.Severity.Name).Text(ticket.Channel.Name).Text(ticket.Product)
                    .Time(createdAt).Time(ticket.FirstResponseAt).Time(ticket.ResolvedAt).Text(ticket.SurveyBy).Time(ticket.SurveySentAt).End();
                foreach (var c in ticket.Contacts)
                {
                    contacts.Number(++contact).Number(id).Text(c.AnsweredAt is null ? null : agent).Time(c.AskedAt).Time(c.AnsweredAt).Duration(c.HandlingTime).End();
                }

                if (ticket.Survey is { } s)
                {
                    surveys.Number(id).Time(s.AnsweredAt).Number(s.Rating).Flag(s.Helpful).Number(s.Effort).Number(s.Recommend).End();
                }
            }
        }
    }

    private void WriteCosts(DataFolder folder)
    {
        using var file = folder.Open("costs.csv", "month", "team", "kind", "amount");
        for (int month = 1; month <= 6; month++)
        {
            int day = Clock.DayOf(2026, month, 1);
            long software = day >= SupportPlants.PriceRise ? 270_000 : 180_000;
            file.Date(day).Text("front_line").Text("salaries").Cents(FrontLine * 310_000L * scale).End();
            file.Date(day).Text("front_line").Text("software").Cents(software * 2 / 3 * scale).End();
            file.Date(day).Text("front_line").Text("telephony").Cents(95_000L * scale).End();
            file.Date(day).Text("specialists").Text("salaries").Cents(Specialists * 420_000L * scale).End();
            file.Date(day).Text("specialists").Text("software").Cents(software / 3 * scale).End();
        }
    }
}
