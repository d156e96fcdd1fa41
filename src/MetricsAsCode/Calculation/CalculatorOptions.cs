using MetricsAsCode.Time;

namespace MetricsAsCode.Calculation;

/// <summary>Choices for a calculator that do not come from its definitions.</summary>
public sealed record CalculatorOptions
{
    /// <summary>How far the data counts; null for the end of the day of the newest time.</summary>
    public Instant? AsOf { get; init; }

    /// <summary>The most threads used at once; results do not depend on it.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Whether a reference may lead to a row that is not there, as in tests with partial tables; it is then missing.</summary>
    public bool AllowDangling { get; init; }
}
