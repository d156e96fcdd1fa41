namespace MetricsAsCode.Simulation.Uber;

/// <summary>Draws and writes one installation after another: the way to an account, and the rider's searches, rides and tickets for as long as the rider stays.</summary>
internal sealed class RiderModel(UberFiles files)
{
    private static readonly Weighted<string> Channels = new(("google_ads", 22), ("meta_ads", 17), ("youtube_ads", 14), ("organic", 31), ("referral", 16));
    private static readonly Weighted<string> Cities = new(("Bengaluru", 27), ("Delhi", 30), ("Hyderabad", 17), ("Mumbai", 26));
    private static readonly Curve Stay = new(5, 20, 60, 120, 220, 400, 600);

    private readonly RideModel _rides = new(files);
    private readonly TicketModel _tickets = new(files);

    public void Write(SplitMix64 random, long install)
    {
        // Nine installations in twenty are older than what is kept of anything else.
        int day = random.Chance(0.45) ? random.Between(UberTime.Oldest, UberTime.First - 1) : random.Between(UberTime.First, UberTime.End - 1);
        long at = Kolkata.On(day, ref random);
        files.Install(install, Channels.Draw(ref random), at);
        if (SignUp(ref random, install, at) is { } rider)
        {
            Live(ref random, rider);
        }
    }

    /// <summary>Null when the way ends before the account.</summary>
    private Rider? SignUp(ref SplitMix64 random, long install, long at)
    {
        long started = at + 10 + (long)(10 * Clock.Minute * Curve.Wait.Draw(ref random));
        long confirmed = started + 30 + (long)(2 * Clock.Minute * Curve.Wait.Draw(ref random));
        long done = confirmed + 30 + (long)((random.Chance(0.9) ? 4 * Clock.Minute : 2 * Clock.Day) * Curve.Wait.Draw(ref random));
        string city = Cities.Draw(ref random);
        if (!random.Chance(0.82) || started >= UberTime.EndAt)
        {
            return null;
        }

        files.Step(install, "started", started);
        if (!random.Chance(0.86) || confirmed >= UberTime.EndAt)
        {
            return null;
        }

        files.Step(install, "phone_confirmed", confirmed);
        return random.Chance(0.9) && done < UberTime.EndAt ? files.Rider(install, city, done) : null;
    }

    private void Live(ref SplitMix64 random, Rider rider)
    {
        int joined = Kolkata.DayOf(rider.SignedUpAt);
        int leaves = joined + 1 + (int)Stay.Draw(ref random);
        bool isMember = random.Chance(0.3);
        double keen = 0.038 * Curve.Wait.Draw(ref random);
        for (int day = joined + 1; day < Math.Min(leaves, UberTime.End); day++)
        {
            bool searches = random.Chance(day < joined + 7 ? 3 * keen : keen);
            bool asks = random.Chance(day < joined + 30 ? 0.075 : 0.016);
            if (day < UberTime.First)
            {
                continue;
            }

            if (searches)
            {
                _rides.Search(ref random, rider, day, isMember);
            }

            if (asks)
            {
                _tickets.Raise(ref random, rider, day);
            }
        }
    }
}
