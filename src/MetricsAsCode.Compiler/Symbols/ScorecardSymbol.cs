using System.Collections.Immutable;
using MetricsAsCode.Compiler.Syntax;
using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Compiler.Symbols;

public sealed record ScorecardSymbol(
    string Module,
    string Name,
    string? Label,
    string? Description,
    PeriodSyntax For,
    TrendSymbol? Trend,
    ImmutableArray<ScorecardItem> Items,
    string? Template,
    Location Location)
{
    /// <summary>Where the template is named.</summary>
    public Location? TemplateLocation { get; init; }
}

/// <summary><c>trend 12 weeks</c></summary>
public sealed record TrendSymbol(int Count, Grain Grain);

/// <summary>One <c>show</c>, in the order written.</summary>
public abstract record ScorecardItem;

public sealed record ShowNorthStar : ScorecardItem;

public sealed record ShowObjectives : ScorecardItem;

/// <summary><c>show journey</c></summary>
public sealed record ShowJourney(JourneySymbol Journey) : ScorecardItem;

/// <summary><c>show metrics</c>: every metric of the module that no other item shows.</summary>
public sealed record ShowOtherMetrics : ScorecardItem;

/// <summary><c>show checkout</c>: a funnel, step by step.</summary>
public sealed record ShowFunnel(FunnelSymbol Funnel) : ScorecardItem;

/// <summary><c>show joiners by month</c>: a row for each unit in which some start, a column for each unit after it.</summary>
/// <param name="Retained">The share of those who came back in the unit so many after their start: of the first metric in the unit itself.</param>
public sealed record ShowCohort(CohortSymbol Cohort, Grain Grain, ImmutableArray<MetricSymbol> Retained) : ScorecardItem;

/// <summary><c>show aov by customers.city top 5</c></summary>
public sealed record ShowOneMetric(MetricSymbol Metric, ColumnSymbol? By, int? Top) : ScorecardItem;
