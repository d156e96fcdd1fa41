namespace MetricsAsCode.Simulation.Blinkit;

/// <summary>Somebody with an account. Orders a day while a customer, and the usual size of a basket, 1 for the mean one.</summary>
internal sealed record Customer(long Id, string City, string? Offer, long JoinedAt, double Pace, double Basket)
{
    public const string HalfPrice = "half_price";
    public const string Referred = "refer_a_friend";

    public static readonly Weighted<string> Cities = new(("Bengaluru", 25), ("Delhi", 28), ("Mumbai", 25), ("Pune", 22));

    /// <summary>Orders in a month of those who stay.</summary>
    public static readonly Curve Monthly = new(0.4, 0.7, 0.9, 1.2, 1.6, 2.2, 3.8);

    public static readonly Curve Baskets = new(0.5, 0.7, 0.85, 0.95, 1.05, 1.2, 1.45, 1.9);

    public int JoinedOn => Kolkata.DayOf(JoinedAt);

    /// <summary>How likely the customer leaves for good on a day.</summary>
    public double Leaves(int day, bool isMember) =>
        0.0036
        * (City == BlinkitPlants.CompetitorCity && day >= BlinkitPlants.Competitor ? BlinkitPlants.LeavesForCompetitor : 1)
        * (Offer == HalfPrice ? BlinkitPlants.LeavesAfterPromotion : 1)
        * (isMember ? BlinkitPlants.MemberLeaves : 1);

    /// <summary>How likely an order makes a member of its customer: big baskets enrol most.</summary>
    public double Enrols(int day) =>
        (day >= BlinkitPlants.Launch ? 0.11 : day >= BlinkitPlants.Pilot ? 0.03 : 0)
        * (Basket > 1.2 ? 2.4 : Basket < 0.9 ? 0.3 : 1);
}
