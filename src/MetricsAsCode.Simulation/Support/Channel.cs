namespace MetricsAsCode.Simulation.Support;

/// <summary>How a customer asks: the usual wait for an answer and an agent's usual work on it in seconds, and how waiting for the solution compares.</summary>
internal sealed record Channel(string Name, double Response, double Handling, double ResolutionFactor, double Again)
{
    public static readonly Channel Chat = new("chat", 4 * Clock.Minute, 7 * Clock.Minute, 0.5, 0.24);
    public static readonly Channel Email = new("email", 150 * Clock.Minute, 11 * Clock.Minute, 1.2, 0.42);
    public static readonly Channel Phone = new("phone", 2 * Clock.Minute, 9 * Clock.Minute, 0.4, 0.16);
    public static readonly Channel Portal = new("portal", 200 * Clock.Minute, 10 * Clock.Minute, 1.3, 0.38);

    public static readonly Weighted<Channel> Mix = new((Chat, 30), (Email, 35), (Phone, 20), (Portal, 15));

    /// <summary>After <see cref="SupportPlants.NewPortal"/>.</summary>
    public static readonly Weighted<Channel> MixWithNewPortal = new((Chat, 22), (Email, 33), (Phone, 15), (Portal, 30));
}
