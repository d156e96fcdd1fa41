namespace MetricsAsCode.Simulation.Success;

/// <summary>
/// Accounts of a subscription product that signed up from January 2025, and what they did from 1 October 2025 to 30 June 2026:
/// a scale of 1 has 200 accounts and about 750 users. Each account draws from its own generator and is written whole before the next.
/// </summary>
internal sealed class SuccessSimulation(ulong seed, int scale)
{
    private const int AccountStream = 10;
    private static readonly int Oldest = Clock.DayOf(2025, 1, 1);
    private static readonly int First = Clock.DayOf(2025, 10, 1);
    private static readonly int End = Clock.DayOf(2026, 7, 1);

    private readonly SubscriptionModel _subscriptions = new(End);

    public void Write(DataFolder folder)
    {
        using var files = new SuccessFiles(folder);
        for (long id = 1; id <= 200L * scale; id++)
        {
            var random = SplitMix64.Of(seed, AccountStream, id);
            var account = Draw(ref random, id);
            files.Account(account);
            var users = new UserModel(account, files, First, End);
            for (int user = 0; user < account.Users; user++)
            {
                users.Write(ref random, user);
            }

            WriteTickets(ref random, account, files);
        }
    }

    /// <summary>Nine accounts in twenty are older than the usage that is kept.</summary>
    private Account Draw(ref SplitMix64 random, long id)
    {
        var segment = Segment.Mix.Draw(ref random);
        int day = random.Chance(0.45) ? random.Between(Oldest, First - 1) : random.Between(First, End - 10);
        int users = random.Between(segment.FewestUsers, segment.MostUsers);
        string region = random.Any<string>(["Americas", "Asia Pacific", "Europe"]);
        long at = Clock.Midnight(day) + (long)(Curve.Day.Draw(ref random) * Clock.Day);
        return new Account(id, segment, region, at, users, _subscriptions.Draw(ref random, segment, day, users));
    }

    private static void WriteTickets(ref SplitMix64 random, Account account, SuccessFiles files)
    {
        for (int day = Math.Max(First, account.SignedUp + 1); day < End; day++)
        {
            double tickets = account.IsOn(day) ? 0.004 * account.Users * (account.IsLeaving(day) ? 5 : 1) : 0;
            if (random.Chance(tickets))
            {
                files.Ticket(account, Clock.Midnight(day) + (long)(Curve.Day.Draw(ref random) * Clock.Day));
            }
        }
    }
}
