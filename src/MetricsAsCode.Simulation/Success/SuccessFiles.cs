namespace MetricsAsCode.Simulation.Success;

/// <summary>The files of customer success, and the ids given so far.</summary>
internal sealed class SuccessFiles(DataFolder folder) : IDisposable
{
    private long _user;
    private long _invite;
    private long _ticket;

    private readonly CsvFile _accounts = folder.Open("accounts.csv", "account_id", "segment", "region", "signed_up_at");
    private readonly CsvFile _users = folder.Open("users.csv", "user_id", "account_id", "joined_at");
    private readonly CsvFile _subscriptions = folder.Open("subscriptions.csv", "account_id", "plan", "mrr", "started_on", "ended_on");
    private readonly CsvFile _usage = folder.Open("usage.csv", "user_id", "name", "occurred_at");
    private readonly CsvFile _invites = folder.Open("invites.csv", "invite_id", "user_id", "sent_at", "accepted_at");
    private readonly CsvFile _feedback = folder.Open("feedback.csv", "user_id", "answered_at", "recommend");
    private readonly CsvFile _tickets = folder.Open("tickets.csv", "ticket_id", "account_id", "created_at");

    public void Account(Account account)
    {
        _accounts.Number(account.Id).Text(account.Segment.Name).Text(account.Region).Time(account.SignedUpAt).End();
        foreach (var spell in account.Spells)
        {
            _subscriptions.Number(account.Id).Text(account.Segment.Plan).Cents(spell.Cents).Date(spell.From).Date(spell.To).End();
        }
    }

    public long User(Account account, long joinedAt)
    {
        _users.Number(++_user).Number(account.Id).Time(joinedAt).End();
        return _user;
    }

    public void Usage(long user, string name, long at) => _usage.Number(user).Text(name).Time(at).End();

    public void Invite(long user, long sentAt, long? acceptedAt) => _invites.Number(++_invite).Number(user).Time(sentAt).Time(acceptedAt).End();

    public void Feedback(long user, long at, int recommend) => _feedback.Number(user).Time(at).Number(recommend).End();

    public void Ticket(Account account, long at) => _tickets.Number(++_ticket).Number(account.Id).Time(at).End();

    public void Dispose()
    {
        foreach (var file in (CsvFile[])[_accounts, _users, _subscriptions, _usage, _invites, _feedback, _tickets])
        {
            file.Dispose();
        }
    }
}
