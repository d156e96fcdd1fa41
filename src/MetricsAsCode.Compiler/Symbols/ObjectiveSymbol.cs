using System.Collections.Immutable;
using MetricsAsCode.Compiler.Syntax;
using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Compiler.Symbols;

public sealed record ObjectiveSymbol(
    string Module,
    string Name,
    string? Label,
    string? Description,
    PeriodSyntax? During,
    string? Owner,
    ImmutableArray<KeyResultSymbol> KeyResults,
    ImmutableArray<InitiativeSymbol> Initiatives,
    Location Location)
{
    /// <summary>Names of key results that are in error already; what refers to them is silent.</summary>
    public ImmutableArray<string> Unbound { get; init; } = [];
}

public sealed record InitiativeSymbol(string Label, ImmutableArray<string> KeyResults, Location Location);

/// <param name="Metric">The metric that is measured, anonymous when the key result writes its own formula; null when it is made of needs.</param>
public sealed record KeyResultSymbol(
    string Objective,
    string Name,
    string? Label,
    string? Description,
    MetricSymbol? Metric,
    Target Target,
    decimal Weight,
    string? Owner,
    ImmutableArray<MetricSymbol> Supporting,
    ImmutableArray<string> Strategies,
    Location Location)
{
    public string Id => $"{Objective}.{Name}";

    /// <summary>What it takes, in the order written, each named by its place from 1; empty unless its target is <see cref="AllNeeds"/>.</summary>
    public ImmutableArray<KeyResultSymbol> Needs { get; init; } = [];

    /// <summary>The metrics that its score rests on.</summary>
    public IEnumerable<MetricSymbol> Metrics => Metric is { } metric ? [metric] : Needs.SelectMany(n => n.Metrics);
}

/// <summary>What a key result aims at. Levels are plain values of the metric's unit: 50% is 0.5, a duration is in microseconds.</summary>
public abstract record Target;

/// <summary><c>from A to B</c></summary>
public sealed record FromTo(decimal From, decimal To) : Target;

/// <summary><c>increase by 20%</c> (relative) or <c>decrease by 5 points</c> (absolute); the baseline is the period before, or <paramref name="Versus"/>.</summary>
public sealed record ChangeBy(bool IsIncrease, decimal By, bool IsAbsolute, PeriodSyntax? Versus) : Target;

/// <summary><c>at least T</c></summary>
public sealed record AtLeast(decimal Level) : Target;

/// <summary><c>at most T</c></summary>
public sealed record AtMost(decimal Level) : Target;

/// <summary><c>between A and B</c></summary>
public sealed record Between(decimal Low, decimal High) : Target;

/// <summary><c>reach N</c></summary>
public sealed record Reach(decimal Level) : Target;

/// <summary><c>ROWS done</c>: a row exists between the objective's start and the as-of. The metric counts the rows.</summary>
public sealed record Done : Target;

/// <summary><c>{ need …; need … }</c>: as good as the weakest of its needs.</summary>
public sealed record AllNeeds : Target;
