namespace MetricsAsCode.Simulation.Support;

/// <summary>Draws one ticket with its contacts and its survey. The true satisfaction is drawn before it is decided who answers: it shows in no file.</summary>
internal sealed class TicketModel(int customers, int frontLine, int specialists, long end)
{
    private static readonly string[] Products = ["Hardware", "Mobile app", "Payments", "Web shop"];

    public Ticket Draw(SplitMix64 random, int day, long createdAt)
    {
        var severity = Severity.Mix.Draw(ref random);
        var channel = (day >= SupportPlants.NewPortal ? Channel.MixWithNewPortal : Channel.Mix).Draw(ref random);
        bool forSpecialists = random.Chance(severity == Severity.Critical || severity == Severity.High ? 0.6 : 0.1);
        int agent = forSpecialists ? frontLine + 1 + random.Below(specialists) : 1 + random.Below(frontLine);
        var ticket = new Ticket(1 + random.Below(customers), agent, severity, channel, random.Any<string>(Products), createdAt);

        double slow = SupportPlants.IsSlow(day) ? SupportPlants.SlowWeekResponse : 1;
        long answered = createdAt + Seconds(channel.Response * severity.ResponseFactor * slow * Curve.Wait.Draw(ref random));
        bool isSlow = agent == SupportPlants.SlowAgent;
        double pace = (isSlow ? SupportPlants.SlowAgentResolution : 1) * (SupportPlants.IsSlow(day) ? SupportPlants.SlowWeekResolution : 1);
        long resolved = answered + Seconds(severity.Resolution * channel.ResolutionFactor * pace * Curve.Wait.Draw(ref random));
        if (random.Chance(0.015))
        {
            resolved = end;     // never, as far as the data reach
        }

        var contacts = Contacts(ref random, ticket, answered, resolved, isSlow);
        ticket = ticket with
        {
            Agent = answered < end ? agent : null,
            FirstResponseAt = Known(answered),
            ResolvedAt = Known(resolved),
            Contacts = contacts,
        };
        return resolved + Clock.Hour < end ? Ask(ref random, ticket, resolved + Clock.Hour) : ticket;
    }

    private List<Contact> Contacts(ref SplitMix64 random, Ticket ticket, long answered, long resolved, bool isSlow)
    {
        double again = ticket.Channel.Again + (isSlow ? 0.2 : 0);
        var contacts = new List<Contact> { Contact(ref random, ticket.Channel, ticket.CreatedAt, answered, isSlow) };
        long from = answered;
        while (contacts.Count < 5 && random.Chance(again))
        {
            long asked = from + Seconds((resolved - from) * (0.2 + (0.5 * random.Unit())));
            from = Math.Min(resolved, asked + Seconds(ticket.Channel.Response * Curve.Wait.Draw(ref random)));
            contacts.Add(Contact(ref random, ticket.Channel, asked, from, isSlow));
        }

        contacts.RemoveAll(c => c.AskedAt >= end);
        return contacts;
    }

    private Contact Contact(ref SplitMix64 random, Channel channel, long asked, long answered, bool isSlow)
    {
        long handling = Seconds(channel.Handling * (isSlow ? SupportPlants.SlowAgentHandling : 1) * Curve.Steady.Draw(ref random));
        return new Contact(asked, Known(answered), answered < end ? handling : null);
    }

    private Ticket Ask(ref SplitMix64 random, Ticket ticket, long sent)
    {
        bool byPhone = random.Chance(SupportPlants.AskedByPhone);
        long took = ticket.ResolvedAt!.Value - ticket.CreatedAt;
        double happiness = 0.9 - (took > ticket.Severity.ResolutionWithin ? 0.4 : 0) - (0.08 * (ticket.Contacts.Count - 1)) - (SupportPlants.IsSlow((int)(ticket.CreatedAt / Clock.Day)) ? 0.15 : 0);
        bool isHappy = random.Chance(happiness);
        bool answers = random.Chance(byPhone ? SupportPlants.PhoneAnswer : isHappy ? SupportPlants.HappyAnswer : SupportPlants.UnhappyAnswer);
        long at = sent + Seconds((byPhone ? 4 : 18) * Clock.Hour * Curve.Wait.Draw(ref random));
        var survey = Answer(ref random, ticket, isHappy, at);
        return ticket with { SurveyBy = byPhone ? "phone" : "email", SurveySentAt = sent, Survey = answers && at < end ? survey : null };
    }

    private static Survey Answer(ref SplitMix64 random, Ticket ticket, bool isHappy, long at)
    {
        int rating = isHappy ? (random.Chance(0.6) ? 5 : 4) : random.Between(1, 3);
        bool? helpful = random.Chance(0.8) ? isHappy : null;
        int effort = Math.Clamp(ticket.Contacts.Count + (isHappy ? 0 : 2) + random.Below(3) - 1, 1, 7);
        int recommend = isHappy ? random.Between(7, 10) : random.Between(0, 7);
        return new Survey(at, rating, helpful, random.Chance(0.85) ? effort : null, random.Chance(0.7) ? recommend : null);
    }

    private long? Known(long instant) => instant < end ? instant : null;

    private static long Seconds(double length) => (long)length;
}
