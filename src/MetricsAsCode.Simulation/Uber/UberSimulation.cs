namespace MetricsAsCode.Simulation.Uber;

/// <summary>
/// Uber's riders and its help centre from 1 January to 15 August 2026: a scale of 1 has 2,400 installations of the app.
/// Each installation draws from its own generator and is written whole before the next; so are the visits and offers of a day.
/// </summary>
internal sealed class UberSimulation(ulong seed, int scale)
{
    private const int InstallStream = 20;
    private const int VisitStream = 21;
    private const int AdStream = 22;
    private const int HelpStream = 23;

    public void Write(DataFolder folder)
    {
        using (var files = new UberFiles(folder))
        {
            var riders = new RiderModel(files);
            for (long install = 1; install <= 2400L * scale; install++)
            {
                riders.Write(SplitMix64.Of(seed, InstallStream, install), install);
            }
        }

        WriteAds(folder);
        WriteVisits(folder);
        new HelpCentre(seed, HelpStream, scale).Write(folder);
        CallCentre.WriteCosts(folder, scale);
    }

    private void WriteAds(DataFolder folder)
    {
        using var file = folder.Open("ads.csv", "day", "channel", "impressions", "clicks", "spend");
        (string Channel, int Clicks, int PriceOfClick)[] channels = [("google_ads", 20, 900), ("meta_ads", 16, 700), (UberPlants.DearerChannel, 14, 600)];
        for (int day = UberTime.First; day < UberTime.End; day++)
        {
            var random = SplitMix64.Of(seed, AdStream, day);
            foreach (var (channel, usual, price) in channels)
            {
                long clicks = (long)(usual * Curve.Steady.Draw(ref random) * scale);
                long impressions = (long)(clicks * 65 * Curve.Steady.Draw(ref random));
                bool isDearer = channel == UberPlants.DearerChannel && day >= UberPlants.DearerClicks;
                file.Date(day).Text(channel).Number(impressions).Number(clicks).Cents(clicks * price * (isDearer ? 2 : 1)).End();
            }
        }
    }

    private void WriteVisits(DataFolder folder)
    {
        using var file = folder.Open("visits.csv", "visit_id", "platform", "visited_at");
        long id = 0;
        for (int day = UberTime.First; day < UberTime.End; day++)
        {
            var random = SplitMix64.Of(seed, VisitStream, day);
            long visits = (long)((Clock.IsWeekend(day) ? 34 : 27) * Curve.Steady.Draw(ref random) * scale);
            for (long i = 0; i < visits; i++)
            {
                file.Number(++id).Text(random.Chance(0.72) ? "app" : "website").Time(Kolkata.On(day, ref random)).End();
            }
        }
    }
}
