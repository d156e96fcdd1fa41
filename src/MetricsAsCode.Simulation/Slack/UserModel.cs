namespace MetricsAsCode.Simulation.Slack;

/// <summary>
/// Draws and writes what a user does from joining to leaving: the first steps, sessions with messages and actions, invitations, answers.
/// Whether somebody would recommend Slack is drawn before it is decided who answers.
/// </summary>
internal sealed class UserModel(SlackFiles files)
{
    private static readonly Weighted<string> Actions = new(("file_shared", 40), ("integration_used", 26), ("channel_created", 18), ("bot_asked", 16));

    public void Live(ref SplitMix64 random, long user, long joinedAt, int leaves)
    {
        int joined = SlackTime.DayOf(joinedAt);
        Begin(ref random, user, joinedAt, joined);
        double keen = 0.21 * Curve.Steady.Draw(ref random);
        double invites = 0.06 * Curve.Wait.Draw(ref random);
        bool refers = random.Chance(0.16);
        for (int day = joined + 1; day < Math.Min(leaves, SlackTime.End); day++)
        {
            bool comes = random.Chance(keen * (Clock.IsWeekend(day) ? 0.2 : 1));
            if (comes && day >= SlackTime.First)
            {
                Come(ref random, user, day, refers, day < joined + 14 ? 2 * invites : invites);
            }
        }
    }

    private void Begin(ref SplitMix64 random, long user, long at, int day)
    {
        long login = at + (long)(6 * Clock.Minute * Curve.Wait.Draw(ref random));
        long done = login + (long)(Clock.Day * Curve.Wait.Draw(ref random));
        long wrote = login + (long)(3 * Clock.Hour * Curve.Wait.Draw(ref random));
        bool logsIn = random.Chance(0.95);
        bool completes = random.Chance(day >= SlackPlants.NewForm ? 0.89 : 0.79);
        bool writes = random.Chance(0.7);
        if (!logsIn || day < SlackTime.First)
        {
            return;
        }

        Act(user, "first_login", login);
        if (login < SlackTime.EndAt - Clock.Hour)
        {
            files.Session(user, login, login + (long)(9 * Clock.Minute * Curve.Steady.Draw(ref random)), random.Between(4, 20));
        }

        if (completes)
        {
            Act(user, "tutorial_done", done);
        }

        if (writes && wrote < SlackTime.EndAt)
        {
            files.Message(user, wrote);
        }
    }

    private void Come(ref SplitMix64 random, long user, int day, bool refers, double invites)
    {
        long at = SlackTime.On(day, ref random);
        long ended = at + (long)(11 * Clock.Minute * Curve.Wait.Draw(ref random));
        files.Session(user, at, ended, random.Between(2, 26));
        int messages = random.Below(4);
        for (int i = 0; i < messages; i++)
        {
            files.Message(user, at + ((ended - at) * (i + 1) / (messages + 1)));
        }

        if (random.Chance(0.34))
        {
            Act(user, Actions.Draw(ref random), at + 20);
        }

        if (random.Chance(invites))
        {
            long accepted = at + (long)(2 * Clock.Day * Curve.Wait.Draw(ref random));
            files.Invite(user, at + 40, random.Chance(0.38) ? SlackTime.Known(accepted) : null);
        }

        if (refers && random.Chance(0.2))
        {
            files.Referral(user, random.Chance(0.75) ? "link_shared" : "reward_claimed", at + 60);
        }

        if (random.Chance(0.09))
        {
            Ask(ref random, user, ended);
        }
    }

    private void Ask(ref SplitMix64 random, long user, long at)
    {
        bool byPhone = random.Chance(SlackPlants.AskedByPhone);
        bool isPromoter = random.Chance(0.42);
        int recommend = isPromoter ? random.Between(9, 10) : random.Chance(0.5) ? random.Between(7, 8) : random.Between(0, 6);
        bool answers = random.Chance(byPhone ? SlackPlants.PhoneAnswer : isPromoter ? SlackPlants.HappyAnswer : SlackPlants.OtherAnswer);
        long answered = at + (long)((byPhone ? 20 : 2) * Clock.Minute * Curve.Wait.Draw(ref random));
        files.NpsRequest(user, byPhone ? "phone" : "app", at, answers ? SlackTime.Known(answered) : null, recommend);
    }

    private void Act(long user, string name, long at)
    {
        if (at < SlackTime.EndAt)
        {
            files.Action(user, name, at);
        }
    }
}
