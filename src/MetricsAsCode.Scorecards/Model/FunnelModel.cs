using System.Collections.Immutable;

namespace MetricsAsCode.Scorecards.Model;

/// <summary>A funnel in the scorecard's period, step by step.</summary>
/// <param name="Name">The funnel's name.</param>
/// <param name="Label">What it is called; the name when it has no label.</param>
/// <param name="Description">What the definition says about it.</param>
/// <param name="Link">Where it is defined.</param>
/// <param name="Within">The time within which steps count, e.g. <c>1 day</c>.</param>
/// <param name="Steps">The steps in order.</param>
/// <param name="Caveats">What to bear in mind about the whole, e.g. entries that cannot be judged yet.</param>
public sealed record FunnelModel(
    string Name, string Label, string? Description, LinkModel Link, string Within, ImmutableArray<FunnelStepModel> Steps, string? Caveats)
{
    /// <summary>The same as a picture; null when none is drawn.</summary>
    public PictureModel? Picture { get; init; }
}

/// <summary>One step of a funnel.</summary>
/// <param name="Label">What it is called.</param>
/// <param name="Count">How many entities reach it.</param>
/// <param name="Rate">Their share of those that entered.</param>
/// <param name="StepRate">Their share of those that reached the step before; null for the first.</param>
/// <param name="DropOff">The rest of that; null for the first.</param>
/// <param name="Time">The median time from the entry; null for the first.</param>
public sealed record FunnelStepModel(string Label, Figure Count, Figure Rate, Figure? StepRate, Figure? DropOff, Figure? Time);
