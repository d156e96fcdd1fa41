namespace MetricsAsCode.Simulation.Uber;

/// <summary>Where riders ask first, and how likely a channel without people solves what it is asked, before the new chatbot and with it.</summary>
internal sealed class SelfService
{
    private static readonly SelfService Before = new()
    {
        Channels = new(("assistant", 14), ("chatbot", 20), ("faq", 42), ("phone", 15), ("email", 9)),
        Chatbot = (0.74, 0.45, 0.15),
        ChatbotSatisfies = 0.79,
        ComesBack = 0.09,
        Opens = 0.18,
        Outcomes = new(("answered", 55), ("contacted_support", 24), ("left", 21)),
    };

    private static readonly SelfService Since = new()
    {
        Channels = new(("assistant", 14), ("chatbot", 36), ("faq", 36), ("phone", 8), ("email", 6)),
        Chatbot = (0.95, 0.76, 0.40),
        ChatbotSatisfies = 0.94,
        ComesBack = 0.05,
        Opens = 0.27,
        Outcomes = new(("answered", 65), ("contacted_support", 19), ("left", 16)),
    };

    public required Weighted<string> Channels { get; init; }

    /// <summary>Chances of the chatbot for tiers 1, 2 and 3.</summary>
    public required (double First, double Second, double Third) Chatbot { get; init; }

    /// <summary>How likely an answer of the chatbot that solves the issue satisfies.</summary>
    public required double ChatbotSatisfies { get; init; }

    /// <summary>How likely an issue comes back though it was resolved.</summary>
    public required double ComesBack { get; init; }

    /// <summary>How likely a rider opens what the app offers.</summary>
    public required double Opens { get; init; }

    /// <summary>How visits to the help centre end.</summary>
    public required Weighted<string> Outcomes { get; init; }

    public static SelfService On(int day) => day >= UberPlants.NewChatbot ? Since : Before;

    public double Solves(string channel, string tier, bool isFaq)
    {
        var (first, second, third) = channel switch
        {
            "chatbot" => Chatbot,
            "assistant" => (0.93, 0.72, 0.40),
            _ => isFaq ? (0.97, 0.85, 0.50) : (0.88, 0.62, 0.30),
        };
        return tier switch { "tier_1" => first, "tier_2" => second, _ => third };
    }
}
