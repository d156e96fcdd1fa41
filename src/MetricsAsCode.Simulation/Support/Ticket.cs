namespace MetricsAsCode.Simulation.Support;

/// <summary>A customer's issue as the files show it; what had not happened by the end of the data is missing.</summary>
internal sealed record Ticket(int Customer, int? Agent, Severity Severity, Channel Channel, string Product, long CreatedAt)
{
    public long? FirstResponseAt { get; init; }

    public long? ResolvedAt { get; init; }

    public string? SurveyBy { get; init; }

    public long? SurveySentAt { get; init; }

    public IReadOnlyList<Contact> Contacts { get; init; } = [];

    public Survey? Survey { get; init; }
}

/// <summary>A question and its answer.</summary>
internal sealed record Contact(long AskedAt, long? AnsweredAt, long? HandlingTime);

/// <summary>An answered survey.</summary>
internal sealed record Survey(long AnsweredAt, int Rating, bool? Helpful, int? Effort, int? Recommend);
