namespace MetricsAsCode.Simulation.Uber;

/// <summary>Draws and writes a rider's searches, and the rides that come of them, with what follows a ride.</summary>
internal sealed class RideModel(UberFiles files)
{
    private static readonly Weighted<string> Types = new(("uberx", 62), ("uberxl", 14), ("uber_green", 24));
    private static readonly Weighted<string> Methods = new(("upi", 55), ("card", 25), ("wallet", 20));
    private static readonly Weighted<int> Stars = new((5, 62), (4, 24), (3, 8), (2, 3), (1, 3));

    public void Search(ref SplitMix64 random, Rider rider, int day, bool isMember)
    {
        long at = Kolkata.On(day, ref random);
        long chosen = at + 20 + (long)(60 * Curve.Wait.Draw(ref random));
        long search = files.Search(rider, at);
        if (!random.Chance(0.86) || chosen >= UberTime.EndAt)
        {
            return;
        }

        files.Choice(search, Types.Draw(ref random), chosen);
        long requested = chosen + 10 + (long)(40 * Curve.Wait.Draw(ref random));
        if (random.Chance(0.78) && requested < UberTime.EndAt)
        {
            var ride = Draw(ref random, rider, day, requested);
            long id = files.Ride(search, ride);
            Coordinate(ref random, id, ride);
            Follow(ref random, rider, id, ride, isMember);
        }
    }

    private static Ride Draw(ref SplitMix64 random, Rider rider, int day, long requested)
    {
        long quoted = (long)(22_000 * Curve.Wait.Draw(ref random)) / 100 * 100;
        long assigned = requested + (long)(70 * Curve.Wait.Draw(ref random));
        bool isThere = rider.City == UberPlants.CancellingCity && day >= UberPlants.Cancellations;
        bool byDriver = random.Chance(isThere ? UberPlants.DriverCancelsThere : UberPlants.DriverCancels);
        bool byRider = random.Chance(0.05);
        long pickedUp = assigned + (long)(6 * Clock.Minute * Curve.Wait.Draw(ref random));
        long completed = pickedUp + (long)(24 * Clock.Minute * Curve.Wait.Draw(ref random));
        long distance = (long)((random.Chance(0.88) ? 18 : 75) * Curve.Steady.Draw(ref random));
        double off = random.Chance(0.9) ? 0.05 * (random.Unit() - 0.5) : 0.12 + (0.25 * random.Unit());
        bool refunded = random.Chance(0.035);
        long refundedAt = completed + (long)(2 * Clock.Day * Curve.Wait.Draw(ref random));

        var ride = new Ride(requested, quoted) { AssignedAt = UberTime.Known(assigned) };
        if (byDriver || byRider)
        {
            return ride with { Status = "cancelled", CancelledBy = byDriver ? "driver" : "rider" };
        }

        ride = ride with { PickedUpAt = UberTime.Known(pickedUp), PickupDistance = pickedUp < UberTime.EndAt ? distance : null };
        return completed >= UberTime.EndAt ? ride : ride with
        {
            Status = "completed",
            CompletedAt = completed,
            Fare = (long)(quoted * (1 + off)),
            RefundedAt = refunded ? UberTime.Known(refundedAt) : null,
        };
    }

    private void Coordinate(ref SplitMix64 random, long id, Ride ride)
    {
        int times = random.Chance(0.31) ? random.Between(1, 2) : 0;
        for (int i = 0; i < times && ride.AssignedAt is not null; i++)
        {
            files.RideContact(id, random.Chance(0.6) ? "call" : "chat");
        }
    }

    private void Follow(ref SplitMix64 random, Rider rider, long id, Ride ride, bool isMember)
    {
        if (ride.CompletedAt is not { } completed)
        {
            return;
        }

        string method = Methods.Draw(ref random);
        long tried = completed + random.Between(1, 20);
        bool paid = random.Chance(0.94);
        Pay(id, method, tried, paid);
        if (!paid)
        {
            Pay(id, method, tried + random.Between(30, 300), random.Chance(0.8));
        }

        long rated = completed + (long)(20 * Clock.Minute * Curve.Wait.Draw(ref random));
        int stars = Stars.Draw(ref random);
        if (random.Chance(0.35) && rated < UberTime.EndAt)
        {
            files.Rating(id, rated, stars);
        }

        if (isMember && random.Chance(0.4))
        {
            files.Loyalty(rider, random.Chance(0.5) ? "offer_used" : "points_redeemed", completed);
        }
    }

    private void Pay(long ride, string method, long at, bool succeeded)
    {
        if (at < UberTime.EndAt)
        {
            files.Payment(ride, method, at, succeeded);
        }
    }
}
