namespace MetricsAsCode.Simulation.Blinkit;

/// <summary>
/// A grocer's app that opened on 1 December 2025, until the evening of 15 August 2026, half-way through a quarter: a scale of 1 has about 3,900 visits to its page
/// in a store, 850 customers and 4,000 orders. Each visitor draws from an own generator and is written whole, with all that follows, before the next.
/// </summary>
internal sealed class BlinkitSimulation(ulong seed, int scale)
{
    private const int VisitorStream = 30;
    private const int SpendStream = 31;
    private const int DailyVisits = 12;
    private static readonly int First = Clock.DayOf(2025, 12, 1);
    private static readonly int End = Clock.DayOf(2026, 8, 16);

    public void Write(DataFolder folder)
    {
        using var files = new BlinkitFiles(folder, Kolkata.Midnight(End));
        files.Milestone("loyalty_pilot", BlinkitPlants.Pilot);
        files.Milestone("new_checkout", BlinkitPlants.NewCheckout);
        files.Milestone("loyalty_launch", BlinkitPlants.Launch);
        var visitors = new VisitorModel(files);
        long id = 0;
        for (int day = First; day < End; day++)
        {
            int due = DailyVisits * scale * (BlinkitPlants.IsPromotion(day) ? 2 : 1);
            Spend(files, day);
            for (int i = 0; i < due; i++)
            {
                id++;
                var random = SplitMix64.Of(seed, VisitorStream, id);
                long at = Kolkata.Midnight(day) + (long)(Curve.Day.At((i + random.Unit()) / due) * Clock.Day);
                if (visitors.Write(ref random, at) is { } customer)
                {
                    new ShopperModel(customer, files).Write(ref random, End);
                }
            }
        }
    }

    private void Spend(BlinkitFiles files, int day)
    {
        var random = SplitMix64.Of(seed, SpendStream, day);
        foreach (var channel in Channel.Paid)
        {
            bool isDearer = channel == Channel.SocialAds && day >= BlinkitPlants.DearerChannel;
            double times = scale * (isDearer ? 2 : 1) * (BlinkitPlants.IsPromotion(day) ? 2 : 1);
            files.Spend(day, channel.Name, (long)(channel.Spend * times * Curve.Steady.Draw(ref random)));
        }
    }
}
