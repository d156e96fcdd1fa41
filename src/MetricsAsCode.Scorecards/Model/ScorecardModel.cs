using System.Collections.Immutable;

namespace MetricsAsCode.Scorecards.Model;

/// <summary>Everything that a scorecard shows, as numbers and as texts. Texts are plain: whoever renders them escapes them.</summary>
/// <param name="Module">The module's name.</param>
/// <param name="Name">The scorecard's name.</param>
/// <param name="Title">Its label, or else its name.</param>
/// <param name="Description">What it is for.</param>
/// <param name="Link">Where it is defined.</param>
/// <param name="Product">What the product says of itself.</param>
/// <param name="Period">What it is for, and how far the data reach.</param>
/// <param name="Overview">The objectives it shows, for a first look.</param>
/// <param name="Sections">What is shown, in the order written.</param>
/// <param name="Cards">The metrics shown, each by itself, with its definition.</param>
public sealed record ScorecardModel(
    string Module,
    string Name,
    string Title,
    string? Description,
    LinkModel Link,
    ProductModel Product,
    PeriodModel Period,
    ImmutableArray<ObjectiveModel> Overview,
    ImmutableArray<ScorecardSection> Sections,
    ImmutableArray<CardModel> Cards)
{
    /// <summary>The metrics that the template asks for by name with <c>metric</c>, whether the scorecard shows them or not.</summary>
    public ImmutableArray<MetricModel> Named { get; init; } = [];

    /// <summary>How fresh the data are.</summary>
    public FreshnessModel Freshness { get; init; } = FreshnessModel.Unknown;
}
