namespace MetricsAsCode.Simulation.Blinkit;

/// <summary>The files of Blinkit, the ids given so far, and the instant up to which they know anything.</summary>
internal sealed class BlinkitFiles : IDisposable
{
    private readonly List<CsvFile> _all = [];
    private readonly CsvFile _spend;
    private readonly CsvFile _visits;
    private readonly CsvFile _installs;
    private readonly CsvFile _steps;
    private readonly CsvFile _customers;
    private readonly CsvFile _events;
    private readonly CsvFile _payments;
    private readonly CsvFile _notifications;
    private readonly CsvFile _memberships;
    private readonly CsvFile _milestones;
    private readonly CsvFile _surveys;
    private readonly CsvFile _answers;
    private long _visit;
    private long _install;
    private long _customer;
    private long _session;
    private long _payment;
    private long _notification;
    private long _survey;

    public BlinkitFiles(DataFolder folder, long end)
    {
        CsvFile Open(string name, params ReadOnlySpan<string> columns)
        {
            var file = folder.Open(name, columns);
            _all.Add(file);
            return file;
        }

        End = end;
        _spend = Open("ad_spend.csv", "day", "channel", "amount");
        _visits = Open("visits.csv", "visit_id", "visited_at", "channel");
        _installs = Open("installs.csv", "install_id", "visit_id", "installed_at");
        _steps = Open("first_steps.csv", "install_id", "name", "happened_at");
        _customers = Open("customers.csv", "customer_id", "install_id", "joined_at", "city", "offer");
        _events = Open("events.csv", "session_id", "customer_id", "name", "happened_at");
        _payments = Open("payments.csv", "payment_id", "customer_id", "attempted_at", "method", "status");
        _notifications = Open("notifications.csv", "notification_id", "customer_id", "sent_at", "kind", "opened_at");
        _memberships = Open("memberships.csv", "customer_id", "enrolled_on", "left_on");
        _milestones = Open("milestones.csv", "name", "reached_on");
        _surveys = Open("nps_surveys.csv", "survey_id", "customer_id", "asked_by", "sent_at");
        _answers = Open("nps_answers.csv", "survey_id", "answered_at", "recommend");
        Orders = new OrderFiles(Open, end);
    }

    public long End { get; }

    public OrderFiles Orders { get; }

    public void Spend(int day, string channel, long paise) => _spend.Date(day).Text(channel).Cents(paise).End();

    public long Visit(long at, string channel)
    {
        _visits.Number(++_visit).Time(at).Text(channel).End();
        return _visit;
    }

    public long Install(long visit, long at)
    {
        _installs.Number(++_install).Number(visit).Time(at).End();
        return _install;
    }

    public void Step(long install, string name, long at) => _steps.Number(install).Text(name).Time(at).End();

    public long Customer(long install, long joinedAt, string city, string? offer)
    {
        _customers.Number(++_customer).Number(install).Time(joinedAt).Text(city).Text(offer).End();
        return _customer;
    }

    public long Session() => ++_session;

    public void Event(long session, Customer customer, string name, long at) => _events.Number(session).Number(customer.Id).Text(name).Time(at).End();

    public void Payment(Customer customer, long at, string method, bool succeeded) =>
        _payments.Number(++_payment).Number(customer.Id).Time(at).Text(method).Text(succeeded ? "succeeded" : "failed").End();

    public void Notification(Customer customer, long at, string kind, long? openedAt) =>
        _notifications.Number(++_notification).Number(customer.Id).Time(at).Text(kind).Time(openedAt).End();

    public void Membership(Customer customer, int enrolled, int? left) => _memberships.Number(customer.Id).Date(enrolled).Date(left).End();

    public void Milestone(string name, int day) => _milestones.Text(name).Date(day).End();

    public long Survey(Customer customer, string askedBy, long at)
    {
        _surveys.Number(++_survey).Number(customer.Id).Text(askedBy).Time(at).End();
        return _survey;
    }

    public void Answer(long survey, long at, int recommend) => _answers.Number(survey).Time(at).Number(recommend).End();

    public void Dispose() => _all.ForEach(file => file.Dispose());
}
