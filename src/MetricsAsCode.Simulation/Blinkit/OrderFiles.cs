namespace MetricsAsCode.Simulation.Blinkit;

/// <summary>Opens a file with its columns.</summary>
internal delegate CsvFile OpenFile(string name, params ReadOnlySpan<string> columns);

/// <summary>The files of orders and of what follows them.</summary>
internal sealed class OrderFiles(OpenFile open, long end)
{
    private readonly CsvFile _orders = open("orders.csv", "order_id", "customer_id", "placed_at", "status", "amount", "coupon", "as_member");
    private readonly CsvFile _deliveries = open("deliveries.csv", "order_id", "promised_at", "packed_at", "assigned_at", "delivered_at", "faulty_items");
    private readonly CsvFile _views = open("tracking_views.csv", "order_id", "opened_at");
    private readonly CsvFile _ratings = open("ratings.csv", "order_id", "rated_at", "rating");
    private readonly CsvFile _refunds = open("refunds.csv", "refund_id", "order_id", "granted_at", "kind");
    private readonly CsvFile _tickets = open("tickets.csv", "ticket_id", "order_id", "topic", "created_at", "first_response_at", "resolved_at", "survey_sent_at");
    private readonly CsvFile _contacts = open("contacts.csv", "contact_id", "ticket_id", "asked_at");
    private readonly CsvFile _surveys = open("ticket_surveys.csv", "ticket_id", "answered_at", "rating");
    private long _order;
    private long _refund;
    private long _ticket;
    private long _contact;

    public long End => end;

    public long Order(Customer customer, long at, string status, long paise, string? coupon, bool asMember)
    {
        _orders.Number(++_order).Number(customer.Id).Time(at).Text(status).Cents(paise).Text(coupon).Flag(asMember).End();
        return _order;
    }

    public void Delivery(long order, long promised, long? packed, long? assigned, long? delivered, int? faulty) =>
        _deliveries.Number(order).Time(promised).Time(packed).Time(assigned).Time(delivered).Number(faulty).End();

    public void View(long order, long at) => _views.Number(order).Time(at).End();

    public void Rating(long order, long at, int rating) => _ratings.Number(order).Time(at).Number(rating).End();

    public void Refund(long order, long at, string kind) => _refunds.Number(++_refund).Number(order).Time(at).Text(kind).End();

    public long Ticket(long? order, string topic, long at, long? response, long? resolved, long? surveyed)
    {
        _tickets.Number(++_ticket).Number(order).Text(topic).Time(at).Time(response).Time(resolved).Time(surveyed).End();
        return _ticket;
    }

    public void Contact(long ticket, long at) => _contacts.Number(++_contact).Number(ticket).Time(at).End();

    public void Survey(long ticket, long at, int rating) => _surveys.Number(ticket).Time(at).Number(rating).End();

    /// <summary>Null when it has not happened by the end of the data.</summary>
    public long? Known(long? instant) => instant < end ? instant : null;
}
