namespace MetricsAsCode.Simulation.Blinkit;

/// <summary>Draws and writes one visit to the store's page and what it leads to: an install, first steps, an account.</summary>
internal sealed class VisitorModel(BlinkitFiles files)
{
    /// <summary>The new customer, if the visitor becomes one before the data end.</summary>
    public Customer? Write(ref SplitMix64 random, long at)
    {
        var channel = Channel.Mix.Draw(ref random);
        long visit = files.Visit(at, channel.Name);
        long installed = Later(ref random, at, 3 * Clock.Minute);
        if (!random.Chance(channel.Installs) || installed >= files.End)
        {
            return null;
        }

        long install = files.Install(visit, installed);
        long opened = Later(ref random, installed, 40 * Clock.Minute);
        long entered = Later(ref random, opened, 2 * Clock.Minute);
        long joined = Later(ref random, entered, 1 * Clock.Minute);
        bool goesOn = Step(ref random, install, "opened", opened, 0.95) && Step(ref random, install, "phone_entered", entered, 0.86);
        if (!goesOn || !random.Chance(0.88) || joined >= files.End)
        {
            return null;
        }

        var customer = Join(ref random, install, joined, channel);
        Step(ref random, install, "location_granted", Later(ref random, joined, Clock.Minute), 0.82);
        return customer;
    }

    private Customer Join(ref SplitMix64 random, long install, long joined, Channel channel)
    {
        string city = Customer.Cities.Draw(ref random);
        bool takes = BlinkitPlants.IsPromotion(Kolkata.DayOf(joined)) && random.Chance(BlinkitPlants.TakesPromotion);
        string? offer = takes ? Customer.HalfPrice : channel == Channel.Referral && random.Chance(0.6) ? Customer.Referred : null;
        double pace = Customer.Monthly.Draw(ref random) / 30 * (takes ? BlinkitPlants.PaceAfterPromotion : 1);
        return new Customer(files.Customer(install, joined, city, offer), city, offer, joined, pace, Customer.Baskets.Draw(ref random));
    }

    private bool Step(ref SplitMix64 random, long install, string name, long at, double chance)
    {
        bool happens = random.Chance(chance) && at < files.End;
        if (happens)
        {
            files.Step(install, name, at);
        }

        return happens;
    }

    private static long Later(ref SplitMix64 random, long at, long usually) => at + (long)(usually * Curve.Wait.Draw(ref random));
}
