using System.Collections.Immutable;
using MetricsAsCode.Scorecards.Model;

namespace MetricsAsCode.Scorecards.Comparing;

/// <summary>What two versions of a module's definitions give over the same data.</summary>
/// <param name="AsOf">The last day whose rows count; null when there is no dated row.</param>
public sealed record ComparedNumbers(string? AsOf, ImmutableArray<ComparedKeyResult> KeyResults, ImmutableArray<ComparedMetric> Metrics);

/// <summary>A metric in both versions over one period.</summary>
/// <param name="Name">As it is called now, or was.</param>
/// <param name="Period">E.g. <c>2026-Q3</c>; null when there is none to choose.</param>
/// <param name="Old">Null when only the newer version has it, or the older one cannot be computed.</param>
/// <param name="New">Null when only the older version has it, or the newer one cannot be computed.</param>
/// <param name="Difference">From the older to the newer, as it is read; empty when one is null.</param>
/// <param name="OldTrend">The last whole units up to the period's end, oldest first.</param>
/// <param name="HasChanged">Whether a value, or the reason for none, differs: over the period or in one of the units.</param>
public sealed record ComparedMetric(
    string Module, string Name, string? Label, string? Period, Figure? Old, Figure? New, string Difference, TrendModel? OldTrend, TrendModel? NewTrend, bool HasChanged)
{
    /// <summary>Both trends as bars of one scale, e.g. <c>▁▃▅</c>; empty for one that has no values.</summary>
    public (string Old, string New) Bars { get; init; } = ("", "");
}

/// <summary>A key result in both versions.</summary>
/// <param name="Id">Its objective's name and its own.</param>
public sealed record ComparedKeyResult(string Module, string Id, string? Label, string? Period, KeyResultStanding? Old, KeyResultStanding? New)
{
    public bool HasChanged => Old is not null && New is not null && Old.Status != New.Status;

    /// <summary>
    /// Whether it stands worse: achieved, on track, at risk, off track, missed is the order, and having no data is worse than any of them.
    /// Being too early or not started is neither better nor worse.
    /// </summary>
    public bool IsWorse => Old is { Rank: { } before } && New is { } now && (now.HasNoData || now.Rank < before);
}

/// <summary>How a key result stands.</summary>
/// <param name="Value">Its metric over the period; null of one that is made of needs.</param>
/// <param name="Score">0 to 1, as a percentage.</param>
/// <param name="Target">In words.</param>
/// <param name="Rank">The higher the better; null for what cannot be judged.</param>
public sealed record KeyResultStanding(StatusModel Status, Figure? Value, Figure Score, string Target, int? Rank, bool HasNoData);
