namespace MetricsAsCode.Simulation.Success;

/// <summary>A kind of account: its plan, how many users it has, how likely it leaves in a month, how much its users do.</summary>
internal sealed record Segment(string Name, string Plan, int FewestUsers, int MostUsers, double Leaves, double DailyUse)
{
    public static readonly Segment Startup = new("startup", "team", 2, 4, 0.075, 0.24);
    public static readonly Segment MidMarket = new("mid_market", "business", 3, 6, 0.025, 0.32);
    public static readonly Segment Enterprise = new("enterprise", "enterprise", 5, 10, 0.006, 0.38);

    public static readonly Weighted<Segment> Mix = new((Startup, 55), (MidMarket, 33), (Enterprise, 12));

    /// <summary>Dollars a month for a seat, on a day.</summary>
    public int SeatPrice(int day) => Plan switch
    {
        "team" => day >= SuccessPlants.PriceRise ? 15 : 12,
        "business" => 20,
        _ => 35,
    };
}
