namespace MetricsAsCode.Simulation.Success;

/// <summary>Draws and writes one user after another of an account: joining, the way to the first shared report, days of use, invites, marks given.</summary>
internal sealed class UserModel(Account account, SuccessFiles files, int first, int end)
{
    private static readonly string[] OnTheWay = ["tour_viewed", "project_created", "data_connected"];

    public void Write(ref SplitMix64 random, int number)
    {
        double delay = number == 0 ? 0 : 15 * Clock.Day * Curve.Wait.Draw(ref random);
        long joined = account.SignedUpAt + (long)delay;
        int day = (int)(joined / Clock.Day);
        if (day >= end || !account.IsOn(day))
        {
            return;
        }

        long user = files.User(account, joined);
        long? active = Onboard(ref random, user, joined, day);
        Use(ref random, user, day, active);
    }

    /// <summary>When the user first shared a report; null when that never happens in the data, or happened before them.</summary>
    private long? Onboard(ref SplitMix64 random, long user, long joined, int day)
    {
        double usual = day >= SuccessPlants.NewOnboarding ? SuccessPlants.NewTimeToValue : SuccessPlants.OldTimeToValue;
        long length = (long)(usual * Curve.Wait.Draw(ref random));
        int steps = day >= SuccessPlants.NewOnboarding ? 2 : 3;
        bool arrives = random.Chance(0.85);
        int done = arrives ? steps : random.Below(steps);
        for (int step = 0; step < done; step++)
        {
            Write(user, OnTheWay[step], joined + (length * (step + 1) / (steps + 1)));
        }

        if (!arrives || !account.IsOn((int)((joined + length) / Clock.Day)))
        {
            return null;
        }

        Write(user, "report_shared", joined + length);
        return joined + length;
    }

    private void Use(ref SplitMix64 random, long user, int joined, long? active)
    {
        double keen = account.Segment.DailyUse * Curve.Steady.Draw(ref random);
        for (int day = Math.Max(first, joined + 1); day < end; day++)
        {
            if (!account.IsOn(day))
            {
                continue;
            }

            bool leaving = account.IsLeaving(day);
            double chance = keen * (Clock.IsWeekend(day) ? 0.15 : 1) * (leaving ? SuccessPlants.UseBeforeLeaving : 1) * (active is null ? 0.3 : 1);
            long at = Clock.Midnight(day) + (long)(Curve.Day.Draw(ref random) * Clock.Day);
            if (random.Chance(chance))
            {
                Write(user, active < at && random.Chance(0.3) ? "report_shared" : "signed_in", at);
            }

            Invite(ref random, user, day, at);
            if (random.Chance(0.3 / 91))
            {
                files.Feedback(user, at, leaving ? random.Between(0, 7) : random.Between(5, 10));
            }
        }
    }

    private void Invite(ref SplitMix64 random, long user, int day, long at)
    {
        double monthly = day >= SuccessPlants.Referrals ? SuccessPlants.InvitesWithReferrals : SuccessPlants.Invites;
        if (random.Chance(monthly / 30))
        {
            bool accepted = random.Chance(0.35);
            long when = at + (long)(2 * Clock.Day * Curve.Wait.Draw(ref random));
            files.Invite(user, at, accepted && when < Clock.Midnight(end) ? when : null);
        }
    }

    private void Write(long user, string name, long at)
    {
        if (at >= Clock.Midnight(first) && at < Clock.Midnight(end))
        {
            files.Usage(user, name, at);
        }
    }
}
