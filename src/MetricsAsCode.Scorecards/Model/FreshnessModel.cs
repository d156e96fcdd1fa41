using System.Collections.Immutable;

namespace MetricsAsCode.Scorecards.Model;

/// <summary>How fresh the data are: as of the newest day, never by the clock.</summary>
/// <param name="AgainstPeriod">The newest day against the scorecard's period, e.g. <c>46 days before the period ends</c>; null when it is not known.</param>
/// <param name="Sources">How many dated sources there are.</param>
/// <param name="Older">Those whose newest row lies before the newest day, the oldest first.</param>
/// <param name="Later">How many rows each source has that are left out because they are not before the as-of; without sources that have none.</param>
public sealed record FreshnessModel(string? AgainstPeriod, int Sources, ImmutableArray<SourceAgeModel> Older, ImmutableArray<LaterRowsModel> Later)
{
    /// <summary>Without dated data nothing is said.</summary>
    public static readonly FreshnessModel Unknown = new(null, 0, [], []);
}

/// <summary>A source that does not reach the newest day.</summary>
/// <param name="Source">Its name.</param>
/// <param name="Newest">The day of its newest row, <c>2026-07-31</c>.</param>
/// <param name="Age">How much older that is, e.g. <c>15 days</c>.</param>
public sealed record SourceAgeModel(string Source, string Newest, string Age);

/// <summary>Rows that are left out because they are not before the as-of.</summary>
/// <param name="Source">The name of their source.</param>
/// <param name="Count">How many there are, e.g. <c>1 row</c>.</param>
public sealed record LaterRowsModel(string Source, string Count);
