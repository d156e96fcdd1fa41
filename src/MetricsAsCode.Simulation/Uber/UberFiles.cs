namespace MetricsAsCode.Simulation.Uber;

/// <summary>The files that riders fill, and the ids given so far.</summary>
internal sealed class UberFiles(DataFolder folder) : IDisposable
{
    private long _rider;
    private long _search;
    private long _ride;
    private long _payment;
    private long _ticket;
    private long _contact;
    private long _session;

    private readonly CsvFile _installs = folder.Open("installs.csv", "install_id", "channel", "installed_at");
    private readonly CsvFile _steps = folder.Open("sign_up_steps.csv", "install_id", "name", "taken_at");
    private readonly CsvFile _riders = folder.Open("riders.csv", "rider_id", "install_id", "city", "signed_up_at");
    private readonly CsvFile _searches = folder.Open("searches.csv", "search_id", "rider_id", "searched_at");
    private readonly CsvFile _choices = folder.Open("ride_choices.csv", "search_id", "ride_type", "chosen_at");
    private readonly CsvFile _rides = folder.Open(
        "rides.csv",
        "ride_id", "search_id", "requested_at", "status", "cancelled_by", "assigned_at", "picked_up_at", "pickup_distance", "completed_at", "quoted_fare", "fare", "refunded_at");
    private readonly CsvFile _rideContacts = folder.Open("ride_contacts.csv", "ride_id", "kind");
    private readonly CsvFile _payments = folder.Open("payments.csv", "payment_id", "ride_id", "method", "tried_at", "succeeded");
    private readonly CsvFile _ratings = folder.Open("ratings.csv", "ride_id", "rated_at", "stars");
    private readonly CsvFile _loyalty = folder.Open("loyalty_events.csv", "rider_id", "name", "occurred_at");
    private readonly CsvFile _tickets = folder.Open(
        "tickets.csv",
        "ticket_id", "rider_id", "topic", "tier", "is_faq", "channel", "created_at", "first_response_at", "agent_joined_at", "escalated_at", "resolved_at", "resolved_by");
    private readonly CsvFile _contacts = folder.Open("contacts.csv", "contact_id", "ticket_id", "channel", "asked_at", "handling_time");
    private readonly CsvFile _surveys = folder.Open("chatbot_surveys.csv", "ticket_id", "answered_at", "rating", "helpful", "effort", "recommend");
    private readonly CsvFile _sessions = folder.Open("ai_sessions.csv", "session_id", "feature", "started_at", "ended_at");

    public void Install(long install, string channel, long at) => _installs.Number(install).Text(channel).Time(at).End();

    public void Step(long install, string name, long at) => _steps.Number(install).Text(name).Time(at).End();

    public Rider Rider(long install, string city, long at)
    {
        _riders.Number(++_rider).Number(install).Text(city).Time(at).End();
        return new Rider(_rider, city, at);
    }

    public long Search(Rider rider, long at)
    {
        _searches.Number(++_search).Number(rider.Id).Time(at).End();
        return _search;
    }

    public void Choice(long search, string rideType, long at) => _choices.Number(search).Text(rideType).Time(at).End();

    public long Ride(long search, Ride ride)
    {
        _rides.Number(++_ride).Number(search).Time(ride.RequestedAt).Text(ride.Status).Text(ride.CancelledBy).Time(ride.AssignedAt).Time(ride.PickedUpAt)
            .Number(ride.PickupDistance).Time(ride.CompletedAt).Cents(ride.QuotedFare);
        _ = ride.Fare is { } fare ? _rides.Cents(fare) : _rides.Missing();
        _rides.Time(ride.RefundedAt).End();
        return _ride;
    }

    public void RideContact(long ride, string kind) => _rideContacts.Number(ride).Text(kind).End();

    public void Payment(long ride, string method, long at, bool succeeded) => _payments.Number(++_payment).Number(ride).Text(method).Time(at).Flag(succeeded).End();

    public void Rating(long ride, long at, int stars) => _ratings.Number(ride).Time(at).Number(stars).End();

    public void Loyalty(Rider rider, string name, long at) => _loyalty.Number(rider.Id).Text(name).Time(at).End();

    public long Ticket(Rider rider, Ticket ticket)
    {
        _tickets.Number(++_ticket).Number(rider.Id).Text(ticket.Topic).Text(ticket.Tier).Flag(ticket.IsFaq).Text(ticket.Channel).Time(ticket.CreatedAt)
            .Time(ticket.FirstResponseAt).Time(ticket.AgentJoinedAt).Time(ticket.EscalatedAt).Time(ticket.ResolvedAt).Text(ticket.ResolvedBy).End();
        return _ticket;
    }

    public void Contact(long ticket, string channel, long at, long handling) =>
        _contacts.Number(++_contact).Number(ticket).Text(channel).Time(at).Duration(handling).End();

    public void Survey(long ticket, long at, int rating, bool helpful, int effort, int recommend) =>
        _surveys.Number(ticket).Time(at).Number(rating).Flag(helpful).Number(effort).Number(recommend).End();

    public void Session(string feature, long at, long endedAt) => _sessions.Number(++_session).Text(feature).Time(at).Time(endedAt).End();

    public void Dispose()
    {
        foreach (var file in (CsvFile[])[
            _installs, _steps, _riders, _searches, _choices, _rides, _rideContacts, _payments, _ratings, _loyalty, _tickets, _contacts, _surveys, _sessions])
        {
            file.Dispose();
        }
    }
}
