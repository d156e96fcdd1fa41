namespace MetricsAsCode.Simulation.Blinkit;

/// <summary>Draws and writes an order with its delivery, and what the customer does about it: looks at the map, gives stars, asks the support desk.</summary>
internal sealed class OrderModel(Customer customer, OrderFiles files)
{
    private const long Promise = 18 * Clock.Minute;
    private readonly TicketModel _tickets = new(files);

    public void Write(ref SplitMix64 random, long placed, bool asMember, bool isFirst)
    {
        string? coupon = isFirst && customer.Offer == Customer.HalfPrice ? "HALFPRICE" : random.Chance(0.2) ? random.Any<string>(["SAVE50", "FRESH10", "WEEKEND"]) : null;
        double paise = 42_000 * customer.Basket * Curve.Steady.Draw(ref random) * (asMember ? BlinkitPlants.MemberBasket : 1) * (coupon is null ? 1 : 0.92);
        long packed = Later(ref random, placed, 150);
        long assigned = Later(ref random, packed, 70);
        long arrives = Later(ref random, assigned, 8 * Clock.Minute);
        int fate = random.Below(1000);
        bool isCancelled = fate < 28;
        bool fails = fate >= 985;
        long? delivered = isCancelled || fails ? null : files.Known(arrives);
        int faulty = random.Chance(0.055) ? 1 + random.Below(2) : 0;
        string status = isCancelled ? "cancelled" : fails && arrives < files.End ? "failed" : delivered is null ? "placed" : "delivered";

        long order = files.Order(customer, placed, status, (long)paise, coupon, asMember);
        files.Delivery(
            order, placed + Promise, isCancelled ? null : files.Known(packed), isCancelled ? null : files.Known(assigned), delivered, delivered is null ? null : faulty);
        if (!isCancelled)
        {
            Watch(ref random, order, assigned);
        }

        if (delivered is { } at)
        {
            Judge(ref random, order, at, at - placed - Promise, faulty);
        }
        else if (isCancelled && random.Chance(0.12))
        {
            _tickets.Write(ref random, order, "payment", Later(ref random, placed, 20 * Clock.Minute));
        }
    }

    private void Watch(ref SplitMix64 random, long order, long from)
    {
        for (int views = random.Chance(0.6) ? 1 + random.Below(2) : 0; views > 0 && from < files.End; views--)
        {
            files.View(order, from);
            from = Later(ref random, from, 100);
        }
    }

    private void Judge(ref SplitMix64 random, long order, long delivered, long late, int faulty)
    {
        bool isHappy = random.Chance(0.9 - (late > 0 ? 0.35 : 0) - (faulty > 0 ? 0.5 : 0));
        long rated = Later(ref random, delivered, 30 * Clock.Minute);
        int rating = isHappy ? random.Between(4, 5) : random.Between(1, 3);
        if (random.Chance(0.38) && rated < files.End)
        {
            files.Rating(order, rated, rating);
        }

        string? topic = faulty > 0 && random.Chance(0.55) ? random.Any<string>(["missing_items", "wrong_item"])
            : late > 5 * Clock.Minute && random.Chance(0.35) ? "late"
            : random.Chance(0.015) ? "other" : null;
        if (topic is null)
        {
            return;
        }

        long? resolved = _tickets.Write(ref random, order, topic, Later(ref random, delivered, 15 * Clock.Minute));
        bool makesGood = random.Chance(topic switch { "late" => 0.2, "other" => 0.05, _ => 0.85 });
        string kind = random.Any<string>(["refund", "refund", "replacement"]);
        if (makesGood && resolved is { } granted)
        {
            files.Refund(order, granted, kind);
        }
    }

    private static long Later(ref SplitMix64 random, long at, long usually) => at + (long)(usually * Curve.Wait.Draw(ref random));
}
