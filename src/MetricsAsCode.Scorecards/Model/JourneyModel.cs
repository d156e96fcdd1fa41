using System.Collections.Immutable;

namespace MetricsAsCode.Scorecards.Model;

/// <summary>The way of a product's users.</summary>
/// <param name="Label">Its title.</param>
/// <param name="Description">What it means.</param>
/// <param name="Stages">In the order written.</param>
public sealed record JourneyModel(string Label, string? Description, ImmutableArray<StageModel> Stages);

/// <summary>A stage of the journey.</summary>
/// <param name="Id">E.g. <c>journey.awareness</c>.</param>
/// <param name="Label">The label, or else the name.</param>
/// <param name="Description">What it means.</param>
/// <param name="Does">What users do in it.</param>
/// <param name="Metrics">Its metrics over the scorecard's period.</param>
public sealed record StageModel(string Id, string Label, string? Description, ImmutableArray<string> Does, ImmutableArray<MetricModel> Metrics);
