using System.Collections.Immutable;
using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Compiler.Symbols;

/// <summary>A module's product: what it is for, and the calendar, currency and thresholds that its metrics use.</summary>
public sealed record ProductSymbol
{
    /// <summary>A module without a product stands in UTC, with weeks from Monday and years from January.</summary>
    public static readonly ProductSymbol Default = new();

    public string? Label { get; init; }

    public string? Goal { get; init; }

    public string? Vision { get; init; }

    public ImmutableArray<string> Values { get; init; } = [];

    public string TimeZone { get; init; } = "UTC";

    public string? Currency { get; init; }

    public string? Locale { get; init; }

    public DayOfWeek WeekStart { get; init; } = DayOfWeek.Monday;

    /// <summary>The month, 1 to 12, in which the fiscal year starts.</summary>
    public int YearStartMonth { get; init; } = 1;

    /// <summary>The sources that say how far the data reaches; empty for all that have a time.</summary>
    public ImmutableArray<SourceSymbol> AsOfSources { get; init; } = [];

    public MetricSymbol? NorthStar { get; init; }

    /// <summary>Share of the elapsed time from which a key result is on track.</summary>
    public decimal OnTrackFrom { get; init; } = 0.9m;

    /// <summary>Share of the elapsed time from which a key result is at risk rather than off track.</summary>
    public decimal AtRiskFrom { get; init; } = 0.6m;

    public Location? Location { get; init; }
}
