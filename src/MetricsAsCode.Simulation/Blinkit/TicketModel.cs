namespace MetricsAsCode.Simulation.Blinkit;

/// <summary>Draws and writes a support ticket with its contacts and its survey.</summary>
internal sealed class TicketModel(OrderFiles files)
{
    /// <summary>When the ticket was resolved, if it was before the data end.</summary>
    public long? Write(ref SplitMix64 random, long? order, string topic, long created)
    {
        bool isSlow = BlinkitPlants.IsSlow(Kolkata.DayOf(created));
        long answered = Later(ref random, created, 9 * Clock.Minute * (isSlow ? BlinkitPlants.SlowWeekResponse : 1));
        long resolved = Later(ref random, answered, 80 * Clock.Minute * (isSlow ? BlinkitPlants.SlowWeekResolution : 1));
        bool isHappy = random.Chance(resolved - created > 3 * Clock.Hour ? 0.45 : 0.8);
        bool asks = random.Chance(0.8);
        bool answers = random.Chance(0.5);
        int rating = isHappy ? random.Between(4, 5) : random.Between(1, 3);
        long asked = Later(ref random, resolved, 10 * Clock.Minute);
        long replied = Later(ref random, asked, 3 * Clock.Hour);
        if (created >= files.End)
        {
            return null;
        }

        long ticket = files.Ticket(order, topic, created, files.Known(answered), files.Known(resolved), asks ? files.Known(asked) : null);
        Contacts(ref random, ticket, created, resolved);
        if (asks && answers && replied < files.End)
        {
            files.Survey(ticket, replied, rating);
        }

        return files.Known(resolved);
    }

    private void Contacts(ref SplitMix64 random, long ticket, long created, long resolved)
    {
        long asked = created;
        do
        {
            files.Contact(ticket, asked);
            asked += (long)((resolved - asked) * (0.3 + (0.5 * random.Unit())));
        }
        while (random.Chance(0.3) && asked < files.End);
    }

    private static long Later(ref SplitMix64 random, long at, double usually) => at + (long)(usually * Curve.Wait.Draw(ref random));
}
