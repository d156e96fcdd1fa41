using System.Collections.Immutable;

namespace MetricsAsCode.Scorecards.Model;

/// <summary>A cohort's triangle: who started in each unit, and what share of them came back in the units after it.</summary>
/// <param name="Name">The cohort's name.</param>
/// <param name="Label">What it is called; the name when it has no label.</param>
/// <param name="Description">What the definition says about it.</param>
/// <param name="Link">Where it is defined.</param>
/// <param name="Unit"><c>day</c>, <c>week</c> or <c>month</c>.</param>
/// <param name="Offsets">The columns: 0, 1, 2 … units after the start.</param>
/// <param name="Rows">One row for each unit in which some start, the earliest first.</param>
public sealed record CohortModel(
    string Name, string Label, string? Description, LinkModel Link, string Unit, ImmutableArray<long> Offsets, ImmutableArray<CohortRowModel> Rows)
{
    /// <summary>The same as a picture; null when none is drawn.</summary>
    public PictureModel? Picture { get; init; }
}

/// <summary>Those who started in one unit.</summary>
/// <param name="Period">The unit, e.g. <c>2026-07</c>.</param>
/// <param name="Size">How many they are.</param>
/// <param name="Retained">The share that came back, by column; without a number where that cannot be said yet.</param>
public sealed record CohortRowModel(string Period, Figure Size, ImmutableArray<Figure> Retained);
