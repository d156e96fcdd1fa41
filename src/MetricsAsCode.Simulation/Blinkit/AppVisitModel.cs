namespace MetricsAsCode.Simulation.Blinkit;

/// <summary>Draws and writes one visit to the app: search, cart, checkout, payment, and the order if it comes to one.</summary>
internal sealed class AppVisitModel(Customer customer, BlinkitFiles files)
{
    private readonly OrderModel _orders = new(customer, files.Orders);

    /// <summary>Whether an order was placed before the data end.</summary>
    public bool Write(ref SplitMix64 random, long at, bool asMember, bool isFirst)
    {
        long session = files.Session();
        bool isReorder = !isFirst && random.Chance(0.12);
        if (!isReorder && !FillsCart(ref random, session, ref at))
        {
            return false;
        }

        at = Later(ref random, at, isReorder ? 20 : 3 * Clock.Minute);
        if (!Event(session, "begin_checkout", at))
        {
            return false;
        }

        double gives = Kolkata.DayOf(at) >= BlinkitPlants.NewCheckout ? 0.05 : 0.08;
        if (random.Chance(gives) || !Pays(ref random, ref at) || !Event(session, "order_placed", at))
        {
            return false;
        }

        _orders.Write(ref random, at, asMember, isFirst);
        return true;
    }

    private bool FillsCart(ref SplitMix64 random, long session, ref long at)
    {
        Event(session, "search", at);
        if (!random.Chance(0.8))
        {
            return false;
        }

        at = Later(ref random, at, 140);
        double leaves = Kolkata.DayOf(at) >= BlinkitPlants.NewCheckout ? BlinkitPlants.LeavesCartNow : BlinkitPlants.LeavesCart;
        return Event(session, "add_to_cart", at) && !random.Chance(leaves);
    }

    /// <summary>One order in four is paid at the door; of failed attempts three in four are tried once more.</summary>
    private bool Pays(ref SplitMix64 random, ref long at)
    {
        at = Later(ref random, at, 45);
        if (random.Chance(0.25))
        {
            return true;
        }

        string method = random.Chance(0.65) ? "upi" : random.Chance(0.7) ? "card" : "wallet";
        for (int attempt = 0; attempt < 2 && at < files.End; attempt++)
        {
            bool succeeded = random.Chance(0.94);
            files.Payment(customer, at, method, succeeded);
            at = Later(ref random, at, 20);
            if (succeeded)
            {
                return true;
            }

            if (!random.Chance(0.75))
            {
                break;
            }
        }

        return false;
    }

    private bool Event(long session, string name, long at)
    {
        bool isKnown = at < files.End;
        if (isKnown)
        {
            files.Event(session, customer, name, at);
        }

        return isKnown;
    }

    private static long Later(ref SplitMix64 random, long at, long usually) => at + (long)(usually * Curve.Wait.Draw(ref random));
}
