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
    Location Location);

/// <summary><c>trend 12 weeks</c></summary>
public sealed record TrendSymbol(int Count, Grain Grain);

/// <summary>One <c>show</c>, in the order written.</summary>
public abstract record ScorecardItem;

public sealed record ShowNorthStar : ScorecardItem;

public sealed record ShowObjectives : ScorecardItem;

/// <summary><c>show metrics</c>: every metric of the module that no other item shows.</summary>
public sealed record ShowOtherMetrics : ScorecardItem;

/// <summary><c>show aov by customers.city top 5</c></summary>
public sealed record ShowOneMetric(MetricSymbol Metric, ColumnSymbol? By, int? Top) : ScorecardItem;
