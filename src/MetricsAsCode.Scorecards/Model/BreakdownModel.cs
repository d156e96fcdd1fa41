using System.Collections.Immutable;

namespace MetricsAsCode.Scorecards.Model;

/// <summary>A metric by group.</summary>
/// <param name="Metric">The metric over all groups.</param>
/// <param name="By">The column, e.g. <c>customers.country</c>.</param>
/// <param name="Top">How many groups are shown by themselves; null when all are.</param>
/// <param name="HasShares">Whether the groups add up to the whole, so that each has a share.</param>
/// <param name="Groups">The groups by n, the largest first; then what <c>top</c> left over, then the rows whose group is missing.</param>
public sealed record BreakdownModel(MetricModel Metric, string By, int? Top, bool HasShares, ImmutableArray<GroupModel> Groups);

/// <summary>One group.</summary>
/// <param name="Group">Its name, <c>other</c>, <c>(missing)</c> or <c>(empty)</c>.</param>
/// <param name="IsSpecial">Whether it is not a group of the data: what was left over, missing or empty.</param>
/// <param name="Value">Its value.</param>
/// <param name="Share">Its part of the whole; null unless the groups add up.</param>
/// <param name="N">The rows or entities it rests on.</param>
/// <param name="Caveats">What to bear in mind; null when there is nothing.</param>
public sealed record GroupModel(string Group, bool IsSpecial, Figure Value, Figure? Share, Figure N, string? Caveats);
