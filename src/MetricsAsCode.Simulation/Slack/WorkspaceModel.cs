namespace MetricsAsCode.Simulation.Slack;

/// <summary>Draws and writes one workspace after another: who makes it, its plan and trial, and the people who join it.</summary>
internal sealed class WorkspaceModel(SlackFiles files)
{
    private static readonly Weighted<string> Channels = new(("google_ads", 27), ("linkedin", 17), ("organic", 26), ("direct", 20), ("social", 10));
    private static readonly Curve More = new(0, 0, 0, 1, 1, 2, 3, 5);
    private static readonly Curve Stay = new(1, 8, 30, 90, 220, 400, 600);

    private readonly VisitorModel _visitors = new(files);
    private readonly UserModel _users = new(files);

    public void Write(SplitMix64 random, long id)
    {
        int day = Day(ref random);
        long at = SlackTime.On(day, ref random);
        string? promotion = SlackPlants.IsPromotion(day) && random.Chance(SlackPlants.Promoted) ? SlackPlants.Promotion : null;
        double stay = promotion is null ? 1 : SlackPlants.StayOfPromoted;
        var workspace = Plan(ref random, new Workspace(id, at, promotion, IsPaidFirst: false, PaidFrom: null));
        files.Workspace(workspace);
        Join(ref random, workspace, Channels.Draw(ref random), at, stay);
        int more = (int)More.Draw(ref random);
        for (int i = 0; i < more; i++)
        {
            long joined = at + (long)(40 * Clock.Day * Curve.Wait.Draw(ref random));
            if (joined < SlackTime.EndAt)
            {
                Join(ref random, workspace, "referral", joined, stay);
            }
        }
    }

    /// <summary>One workspace in four is older than what is kept of anything else. A promotion brings more, the new form too, a competitor's campaign takes some.</summary>
    private static int Day(ref SplitMix64 random)
    {
        if (random.Chance(0.25))
        {
            return random.Between(SlackTime.Oldest, SlackTime.First - 1);
        }

        while (true)
        {
            int day = random.Between(SlackTime.First, SlackTime.End - 1);
            double likely = SlackPlants.IsPromotion(day) ? 1 : day >= SlackPlants.NewForm ? 0.86 : 0.66;
            if (random.Chance(likely * (SlackPlants.IsCampaign(day) ? 0.9 : 1)))
            {
                return day;
            }
        }
    }

    private Workspace Plan(ref SplitMix64 random, Workspace workspace)
    {
        int day = SlackTime.DayOf(workspace.CreatedAt);
        bool isPaidFirst = random.Chance(0.16);
        bool tries = random.Chance(0.7);
        long prompted = workspace.CreatedAt + (long)(5 * Clock.Day * Curve.Steady.Draw(ref random));
        bool isPrompted = random.Chance(0.78);
        long upgraded = prompted + (long)(3 * Clock.Day * Curve.Steady.Draw(ref random));
        bool upgrades = isPrompted && random.Chance(day >= SlackPlants.NewForm ? 0.28 : 0.2);
        int later = day + random.Between(40, 700);
        if (isPaidFirst)
        {
            return workspace with { IsPaidFirst = true, PaidFrom = day };
        }

        bool converts = tries && upgrades && upgraded < SlackTime.EndAt;
        if (tries && day >= SlackTime.First)
        {
            files.Trial(workspace, workspace.CreatedAt, isPrompted ? SlackTime.Known(prompted) : null, converts ? upgraded : null);
        }

        int paid = converts ? Math.Max(day + 1, SlackTime.DayOf(upgraded)) : later;
        return paid < SlackTime.End ? workspace with { PaidFrom = paid } : workspace;
    }

    private void Join(ref SplitMix64 random, Workspace workspace, string channel, long at, double stay)
    {
        long visitor = _visitors.Join(ref random, channel, at);
        int joined = SlackTime.DayOf(at);
        int leaves = joined + 1 + (int)(stay * Stay.Draw(ref random));
        bool isRemoved = random.Chance(0.4);
        long user = files.User(visitor, workspace, at, random.Chance(0.8), isRemoved && leaves < SlackTime.End ? leaves : null);
        _users.Live(ref random, user, at, leaves);
    }
}
