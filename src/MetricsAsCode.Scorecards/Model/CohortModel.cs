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
public sealed record CohortRowModel(string Period, Figure Size, ImmutableArray<CohortCellModel> Retained);

/// <summary>The share of a cohort that came back in one unit.</summary>
/// <param name="Number">The share, 1 for all; null where it cannot be said yet.</param>
/// <param name="Text">What people read; empty where it cannot be said yet.</param>
/// <param name="Reason">Why there is no value; null when there is one.</param>
/// <param name="Fullness">How full the cell is, from 0 to 1: the share over the highest one after the start, cut to 1; null without a number.</param>
public sealed record CohortCellModel(double? Number, string Text, string? Reason, double? Fullness);
