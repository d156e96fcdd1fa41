using System.Collections.Immutable;
using MetricsAsCode.Scorecards.Model;

namespace MetricsAsCode.Scorecards.Pictures;

/// <summary>A scorecard that refers to pictures, and the pictures.</summary>
/// <param name="Model">The scorecard, each part with the address of its picture.</param>
/// <param name="Pictures">The files to be written beside it, in the order shown.</param>
public sealed record IllustratedScorecard(ScorecardModel Model, ImmutableArray<Picture> Pictures);
