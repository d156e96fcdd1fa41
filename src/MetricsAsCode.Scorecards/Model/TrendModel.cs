using System.Collections.Immutable;

namespace MetricsAsCode.Scorecards.Model;

/// <summary>A metric over the last whole units of a grain, oldest first.</summary>
/// <param name="Grain"><c>day</c>, <c>week</c>, <c>month</c>, <c>quarter</c> or <c>year</c>.</param>
/// <param name="Points">One value per unit.</param>
public sealed record TrendModel(string Grain, ImmutableArray<TrendPoint> Points)
{
    /// <summary>The levels that key results aim at, where they mean the same in each unit as over the whole period: not those of a metric that adds up.</summary>
    public ImmutableArray<Figure> Goals { get; init; } = [];

    /// <summary>The numbers alone, for a sparkline.</summary>
    public ImmutableArray<double?> Numbers => [.. Points.Select(static p => p.Value.Number)];

    /// <summary>The first unit's name.</summary>
    public string? First => Points.IsEmpty ? null : Points[0].Period;

    /// <summary>The last unit's name.</summary>
    public string? Last => Points.IsEmpty ? null : Points[^1].Period;
}

/// <summary>A metric in one unit of time.</summary>
/// <param name="Period">The unit, e.g. <c>2026-07</c>.</param>
/// <param name="Value">Its value.</param>
public sealed record TrendPoint(string Period, Figure Value);
