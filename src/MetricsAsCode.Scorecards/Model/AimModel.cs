using System.Collections.Immutable;

namespace MetricsAsCode.Scorecards.Model;

/// <summary>What a key result aims at, as numbers of its metric.</summary>
/// <param name="Start">Where its path begins; null for a level.</param>
/// <param name="Low">The lowest value that meets it; null when there is none.</param>
/// <param name="High">The highest value that meets it; null when there is none.</param>
/// <param name="IsTotal">Whether the metric adds up over time, so that its value grows with the period.</param>
/// <param name="Bands">
/// Which values have which status by now, from the lowest to the highest; of the projection where that is scored. Empty while there is no score.
/// </param>
public sealed record AimModel(double? Start, double? Low, double? High, bool IsTotal, ImmutableArray<BandModel> Bands);

/// <summary>Values of one status.</summary>
/// <param name="From">The lowest; null for all that are lower.</param>
/// <param name="To">The highest; null for all that are higher.</param>
/// <param name="Status">E.g. <c>at risk</c>.</param>
public sealed record BandModel(double? From, double? To, string Status);
