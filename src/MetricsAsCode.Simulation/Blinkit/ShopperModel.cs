namespace MetricsAsCode.Simulation.Blinkit;

/// <summary>Draws and writes a customer's days, one after another: notifications, visits to the app, surveys, membership, leaving and coming back.</summary>
internal sealed class ShopperModel(Customer customer, BlinkitFiles files)
{
    private readonly AppVisitModel _visits = new(customer, files);
    private readonly TicketModel _tickets = new(files.Orders);
    private bool _isThere = true;
    private bool _hasOrdered;
    private int? _enrolled;
    private int? _left;

    private bool IsMember => _enrolled is not null && _left is null;

    public void Write(ref SplitMix64 random, int end)
    {
        for (int day = customer.JoinedOn; day < end; day++)
        {
            Notify(ref random, day);
            _isThere = random.Chance(_isThere ? customer.Leaves(day, IsMember) : 0.003) ? !_isThere : _isThere;
            if (_isThere)
            {
                Shop(ref random, day);
                Ask(ref random, day);
            }

            if (random.Chance(0.0022))
            {
                _tickets.Write(ref random, null, random.Any<string>(["account", "other"]), Kolkata.On(day, ref random));
            }

            _left = IsMember && day > _enrolled && random.Chance(0.0006) ? day : _left;
        }

        if (_enrolled is { } enrolled)
        {
            files.Membership(customer, enrolled, _left);
        }
    }

    private void Shop(ref SplitMix64 random, int day)
    {
        bool isFirst = day == customer.JoinedOn;
        long at = isFirst ? customer.JoinedAt + (4 * Clock.Minute) + random.Below(900) : Kolkata.On(day, ref random);
        if (!random.Chance(isFirst ? 0.75 : customer.Pace / 0.45) || Kolkata.DayOf(at) != day)
        {
            return;
        }

        bool ordered = _visits.Write(ref random, at, IsMember, isFirst: !_hasOrdered);
        _hasOrdered |= ordered;
        if (ordered && _enrolled is null && random.Chance(customer.Enrols(day)))
        {
            _enrolled = day;
        }
    }

    private void Notify(ref SplitMix64 random, int day)
    {
        if (!random.Chance(1.0 / 22))
        {
            return;
        }

        long at = Kolkata.Midnight(day) + (11 * Clock.Hour) + random.Below(28_000);
        long opened = at + (long)(25 * Clock.Minute * Curve.Wait.Draw(ref random));
        bool opens = random.Chance(_isThere ? 0.24 : 0.03);
        string kind = random.Any<string>(["offer", "cart_reminder", "reorder_suggestion"]);
        if (at > customer.JoinedAt)
        {
            files.Notification(customer, at, kind, opens && opened < files.End ? opened : null);
        }
    }

    private void Ask(ref SplitMix64 random, int day)
    {
        if (!_hasOrdered || !random.Chance(1.0 / 45))
        {
            return;
        }

        long at = Kolkata.On(day, ref random);
        bool byPhone = random.Chance(BlinkitPlants.AskedByPhone);
        bool isHappy = random.Chance(0.66);
        bool answers = random.Chance(byPhone ? BlinkitPlants.PhoneAnswer : isHappy ? BlinkitPlants.HappyAnswer : BlinkitPlants.UnhappyAnswer);
        int recommend = isHappy ? random.Between(random.Chance(0.75) ? 9 : 7, 10) : random.Between(2, 8);
        long answered = at + (long)(2 * Clock.Hour * Curve.Wait.Draw(ref random));
        long survey = files.Survey(customer, byPhone ? "phone" : "app", at);
        if (answers && answered < files.End)
        {
            files.Answer(survey, answered, recommend);
        }
    }
}
