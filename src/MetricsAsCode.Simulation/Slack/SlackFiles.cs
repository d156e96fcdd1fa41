namespace MetricsAsCode.Simulation.Slack;

/// <summary>The files that visitors, workspaces and users fill, and the ids given so far.</summary>
internal sealed class SlackFiles(DataFolder folder) : IDisposable
{
    private long _visitor;
    private long _visit;
    private long _view;
    private long _user;
    private long _session;
    private long _invite;
    private long _request;

    private readonly CsvFile _visitors = folder.Open("visitors.csv", "visitor_id", "channel");
    private readonly CsvFile _visits = folder.Open("visits.csv", "visit_id", "visitor_id", "visited_at", "actions");
    private readonly CsvFile _views = folder.Open("pricing_views.csv", "view_id", "visitor_id", "opened_at", "left_at");
    private readonly CsvFile _steps = folder.Open("sign_up_steps.csv", "visitor_id", "name", "taken_at");
    private readonly CsvFile _workspaces = folder.Open("workspaces.csv", "workspace_id", "created_at", "first_plan");
    private readonly CsvFile _users = folder.Open("users.csv", "user_id", "visitor_id", "workspace_id", "joined_at", "is_first", "promotion");
    private readonly CsvFile _members = folder.Open("members.csv", "user_id", "workspace_id", "joined_on", "left_on");
    private readonly CsvFile _plans = folder.Open("plans.csv", "workspace_id", "plan", "started_on", "ended_on");
    private readonly CsvFile _trials = folder.Open("trials.csv", "trial_id", "workspace_id", "started_at");
    private readonly CsvFile _paywalls = folder.Open("paywalls.csv", "trial_id", "shown_at");
    private readonly CsvFile _upgrades = folder.Open("upgrades.csv", "trial_id", "upgraded_at");
    private readonly CsvFile _sessions = folder.Open("sessions.csv", "session_id", "user_id", "started_at", "ended_at", "clicks");
    private readonly CsvFile _messages = folder.Open("messages.csv", "user_id", "sent_at");
    private readonly CsvFile _actions = folder.Open("actions.csv", "user_id", "name", "occurred_at");
    private readonly CsvFile _invites = folder.Open("invites.csv", "invite_id", "user_id", "sent_at", "accepted_at");
    private readonly CsvFile _referrals = folder.Open("referral_events.csv", "user_id", "name", "occurred_at");
    private readonly CsvFile _requests = folder.Open("nps_requests.csv", "request_id", "user_id", "asked_by", "asked_at");
    private readonly CsvFile _answers = folder.Open("nps_answers.csv", "request_id", "answered_at", "recommend");

    public long Visitor(string channel)
    {
        _visitors.Number(++_visitor).Text(channel).End();
        return _visitor;
    }

    public void Visit(long visitor, long at, int actions) => _visits.Number(++_visit).Number(visitor).Time(at).Number(actions).End();

    public void PricingView(long visitor, long at, long leftAt) => _views.Number(++_view).Number(visitor).Time(at).Time(leftAt).End();

    public void Step(long visitor, string name, long at) => _steps.Number(visitor).Text(name).Time(at).End();

    public void Workspace(Workspace workspace)
    {
        _workspaces.Number(workspace.Id).Time(workspace.CreatedAt).Text(workspace.IsPaidFirst ? "paid" : "free").End();
        int created = SlackTime.DayOf(workspace.CreatedAt);
        if (workspace.PaidFrom is not { } paid)
        {
            Plan(workspace, "free", created, null);
            return;
        }

        if (paid > created)
        {
            Plan(workspace, "free", created, paid);
        }

        Plan(workspace, "paid", paid, null);
    }

    public long User(long visitor, Workspace workspace, long at, bool isFirst, int? left)
    {
        _users.Number(++_user).Number(visitor).Number(workspace.Id).Time(at).Flag(isFirst).Text(workspace.Promotion).End();
        _members.Number(_user).Number(workspace.Id).Date(SlackTime.DayOf(at)).Date(left).End();
        return _user;
    }

    public void Trial(Workspace workspace, long at, long? promptedAt, long? upgradedAt)
    {
        _trials.Number(workspace.Id).Number(workspace.Id).Time(at).End();
        if (promptedAt is { } prompted)
        {
            _paywalls.Number(workspace.Id).Time(prompted).End();
        }

        if (upgradedAt is { } upgraded)
        {
            _upgrades.Number(workspace.Id).Time(upgraded).End();
        }
    }

    public void Session(long user, long at, long endedAt, int clicks) => _sessions.Number(++_session).Number(user).Time(at).Time(endedAt).Number(clicks).End();

    public void Message(long user, long at) => _messages.Number(user).Time(at).End();

    public void Action(long user, string name, long at) => _actions.Number(user).Text(name).Time(at).End();

    public void Invite(long user, long at, long? acceptedAt) => _invites.Number(++_invite).Number(user).Time(at).Time(acceptedAt).End();

    public void Referral(long user, string name, long at) => _referrals.Number(user).Text(name).Time(at).End();

    public void NpsRequest(long user, string by, long at, long? answeredAt, int recommend)
    {
        _requests.Number(++_request).Number(user).Text(by).Time(at).End();
        if (answeredAt is { } answered)
        {
            _answers.Number(_request).Time(answered).Number(recommend).End();
        }
    }

    public void Dispose()
    {
        foreach (var file in (CsvFile[])[
            _visitors, _visits, _views, _steps, _workspaces, _users, _members, _plans, _trials,
            _paywalls, _upgrades, _sessions, _messages, _actions, _invites, _referrals, _requests, _answers])
        {
            file.Dispose();
        }
    }

    private void Plan(Workspace workspace, string plan, int from, int? to) => _plans.Number(workspace.Id).Text(plan).Date(from).Date(to).End();
}
