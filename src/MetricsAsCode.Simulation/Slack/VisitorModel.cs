namespace MetricsAsCode.Simulation.Slack;

/// <summary>Draws and writes what people do on the website: those who look and go, and the way to the sign-up of those who will join.</summary>
internal sealed class VisitorModel(SlackFiles files)
{
    private static readonly Weighted<string> Passing = new(("direct", 27), ("google_ads", 10), ("linkedin", 6), ("organic", 36), ("social", 21));

    /// <summary>Somebody who does not sign up.</summary>
    public void Pass(ref SplitMix64 random, int day)
    {
        long visitor = files.Visitor(Passing.Draw(ref random));
        long at = SlackTime.On(day, ref random);
        bool bounces = random.Chance(0.52);
        files.Visit(visitor, at, bounces ? 0 : random.Between(1, 9));
        if (bounces || at >= SlackTime.EndAt)
        {
            return;
        }

        Price(ref random, visitor, at);
        if (random.Chance(day >= SlackPlants.NewForm ? 0.22 : 0.36))
        {
            GiveUp(ref random, visitor, day, at);
        }
    }

    /// <summary>Writes the visit and the form of somebody who joins at an instant; nothing from before the data.</summary>
    public long Join(ref SplitMix64 random, string channel, long joinedAt)
    {
        long visitor = files.Visitor(channel);
        long confirmed = joinedAt - 20 - (long)(60 * Curve.Wait.Draw(ref random));
        long emailed = confirmed - 60 - (long)(3 * Clock.Minute * Curve.Wait.Draw(ref random));
        long opened = emailed - 10 - (long)(40 * Curve.Wait.Draw(ref random));
        long visited = opened - (long)(5 * Clock.Minute * Curve.Wait.Draw(ref random));
        int actions = random.Between(2, 12);
        if (visited < SlackTime.Midnight(SlackTime.First))
        {
            return visitor;
        }

        files.Visit(visitor, visited, actions);
        Price(ref random, visitor, visited);
        files.Step(visitor, "form_opened", opened);
        files.Step(visitor, "email_entered", emailed);
        files.Step(visitor, "email_confirmed", confirmed);
        return visitor;
    }

    private void Price(ref SplitMix64 random, long visitor, long at)
    {
        long opened = at + 15 + (long)(45 * Curve.Wait.Draw(ref random));
        long left = opened + (long)(70 * Curve.Wait.Draw(ref random));
        if (random.Chance(0.3) && left < SlackTime.EndAt)
        {
            files.PricingView(visitor, opened, left);
        }
    }

    private void GiveUp(ref SplitMix64 random, long visitor, int day, long at)
    {
        long opened = at + (long)(2 * Clock.Minute * Curve.Wait.Draw(ref random));
        bool isNew = day >= SlackPlants.NewForm;
        Step(visitor, "form_opened", opened);
        if (random.Chance(isNew ? 0.6 : 0.35))
        {
            Step(visitor, "email_entered", opened + 60);
            if (random.Chance(0.4))
            {
                Step(visitor, "email_confirmed", opened + (long)(6 * Clock.Minute * Curve.Wait.Draw(ref random)) + 60);
            }
        }
    }

    private void Step(long visitor, string name, long at)
    {
        if (at < SlackTime.EndAt)
        {
            files.Step(visitor, name, at);
        }
    }
}
