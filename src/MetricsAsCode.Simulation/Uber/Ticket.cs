namespace MetricsAsCode.Simulation.Uber;

/// <summary>A rider's issue as the file shows it; what had not happened by the end of the data is missing.</summary>
internal sealed record Ticket(string Topic, string Tier, bool IsFaq, string Channel, long CreatedAt)
{
    public bool IsSelfHelp => Channel is "assistant" or "chatbot" or "faq";

    public long? FirstResponseAt { get; init; }

    public long? AgentJoinedAt { get; init; }

    public long? EscalatedAt { get; init; }

    public long? ResolvedAt { get; init; }

    public string? ResolvedBy { get; init; }
}
