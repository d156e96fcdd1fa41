namespace MetricsAsCode.Simulation.Uber;

/// <summary>
/// Draws and writes a rider's tickets: where the issue is taken, whether self-service solves it, else how agents do; and whether it comes back.
/// How satisfied somebody is with the chatbot is drawn before it is decided who answers.
/// </summary>
internal sealed class TicketModel(UberFiles files)
{
    private static readonly Weighted<string> Topics = new(("fare", 28), ("cancellation", 22), ("payment", 18), ("lost_item", 14), ("account", 12), ("safety", 6));
    private static readonly Weighted<string> Tiers = new(("tier_1", 64), ("tier_2", 28), ("tier_3", 8));

    public void Raise(ref SplitMix64 random, Rider rider, int day)
    {
        string topic = Topics.Draw(ref random);
        string tier = Tiers.Draw(ref random);
        long at = Kolkata.On(day, ref random);
        while (at < UberTime.EndAt)
        {
            bool isFaq = random.Chance(tier == "tier_1" ? 0.6 : 0.2);
            var selfService = SelfService.On(Kolkata.DayOf(at));
            string channel = selfService.Channels.Draw(ref random);
            var ticket = Draw(ref random, new Ticket(topic, tier, isFaq, channel, at));
            long id = files.Ticket(rider, ticket);
            WriteContacts(ref random, id, ticket);
            WriteChat(ref random, id, ticket);
            if (!random.Chance(ticket.ResolvedAt is null ? 0.3 : selfService.ComesBack))
            {
                return;
            }

            at += (long)(2.5 * Clock.Day * Curve.Steady.Draw(ref random));
        }
    }

    private static Ticket Draw(ref SplitMix64 random, Ticket ticket)
    {
        int day = Kolkata.DayOf(ticket.CreatedAt);
        long answered = ticket.CreatedAt + 3 + (long)(8 * Curve.Wait.Draw(ref random));
        bool solves = random.Chance(SelfService.On(day).Solves(ticket.Channel, ticket.Tier, ticket.IsFaq));
        long solved = answered + 20 + (long)(85 * Curve.Wait.Draw(ref random));
        bool turnsToAgent = random.Chance(0.75);
        if (ticket.IsSelfHelp && (solves || !turnsToAgent))
        {
            long? known = solves ? UberTime.Known(solved) : null;
            return ticket with { FirstResponseAt = UberTime.Known(answered), ResolvedAt = known, ResolvedBy = known is null ? null : ticket.Channel };
        }

        return ByAgents(ref random, ticket, day, answered, solved);
    }

    /// <summary>Who did not help themselves waits for an agent from the moment they gave up; the others from the start.</summary>
    private static Ticket ByAgents(ref SplitMix64 random, Ticket ticket, int day, long answered, long gaveUp)
    {
        double wait = (ticket.Channel == "email" ? 32 : 5) * Clock.Minute * (UberPlants.IsSlow(day) ? UberPlants.SlowWeekWait : 1);
        long joined = (ticket.IsSelfHelp ? gaveUp : ticket.CreatedAt) + (long)(wait * Curve.Wait.Draw(ref random));
        bool escalates = random.Chance(ticket.Tier switch { "tier_1" => 0.05, "tier_2" => 0.2, _ => 0.5 });
        long escalated = joined + (long)(20 * Clock.Minute * Curve.Wait.Draw(ref random));
        long resolved = escalated + (long)((escalates ? 16 * Clock.Hour : 25 * Clock.Minute) * Curve.Wait.Draw(ref random));
        bool solves = random.Chance(0.97);
        long? done = solves ? UberTime.Known(resolved) : null;
        return ticket with
        {
            FirstResponseAt = UberTime.Known(ticket.IsSelfHelp ? answered : joined),
            AgentJoinedAt = UberTime.Known(joined),
            EscalatedAt = escalates ? UberTime.Known(escalated) : null,
            ResolvedAt = done,
            ResolvedBy = done is null ? null : "agent",
        };
    }

    private void WriteContacts(ref SplitMix64 random, long id, Ticket ticket)
    {
        if (ticket.AgentJoinedAt is not { } joined)
        {
            return;
        }

        string channel = ticket.Channel == "email" || (ticket.Channel != "phone" && random.Chance(0.25)) ? "email" : "phone";
        long handling = (long)((ticket.Tier == "tier_1" ? 6 : 11) * Clock.Minute * Curve.Steady.Draw(ref random));
        files.Contact(id, channel, ticket.IsSelfHelp ? joined - 30 : ticket.CreatedAt, handling);
        double again = ticket.EscalatedAt is null ? 0.07 : 0.35;
        long from = joined;
        for (int contact = 0; contact < 3 && random.Chance(again); contact++)
        {
            from += (long)(3 * Clock.Hour * Curve.Wait.Draw(ref random));
            if (from < UberTime.EndAt)
            {
                files.Contact(id, channel, from, (long)(5 * Clock.Minute * Curve.Steady.Draw(ref random)));
            }
        }
    }

    private void WriteChat(ref SplitMix64 random, long id, Ticket ticket)
    {
        if (!(ticket.Channel is "assistant" or "chatbot"))
        {
            return;
        }

        long ended = ticket.CreatedAt + 40 + (long)(150 * Curve.Wait.Draw(ref random));
        bool isHappy = random.Chance(ticket.ResolvedBy == "chatbot" ? SelfService.On(Kolkata.DayOf(ticket.CreatedAt)).ChatbotSatisfies : 0.45);
        bool answers = random.Chance(0.5);
        int rating = isHappy ? (random.Chance(0.55) ? 5 : 4) : random.Between(1, 3);
        int recommend = isHappy ? random.Between(7, 10) : random.Between(1, 7);
        int effort = isHappy ? random.Between(1, 3) : random.Between(3, 7);
        if (ended >= UberTime.EndAt)
        {
            return;
        }

        files.Session(ticket.Channel, ticket.CreatedAt, ended);
        if (answers && ticket.Channel == "chatbot")
        {
            files.Survey(id, ended, rating, isHappy, effort, recommend);
        }
    }
}
