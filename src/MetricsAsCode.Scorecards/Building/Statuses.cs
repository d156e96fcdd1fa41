using System.Collections.Immutable;
using MetricsAsCode.Objectives;
using MetricsAsCode.Scorecards.Model;

namespace MetricsAsCode.Scorecards.Building;

/// <summary>Statuses as words and symbols; the symbols differ in shape.</summary>
internal static class Statuses
{
    // The best first.
    private static readonly ImmutableArray<(KeyResultStatus Status, StatusModel Model)> Known =
    [
        (KeyResultStatus.Achieved, new("achieved", "✅")),
        (KeyResultStatus.OnTrack, new("on track", "🟢")),
        (KeyResultStatus.AtRisk, new("at risk", "⚠️")),
        (KeyResultStatus.OffTrack, new("off track", "🛑")),
        (KeyResultStatus.Missed, new("missed", "❌")),
        (KeyResultStatus.TooEarly, new("too early", "⏳")),
        (KeyResultStatus.NotStarted, new("not started", "💤")),
        (KeyResultStatus.NoData, new("no data", "❔")),
    ];

    internal static StatusModel Of(KeyResultStatus status)
    {
        foreach (var known in Known)
        {
            if (known.Status == status)
                return known.Model;
        }

        throw new InvalidOperationException($"There is no word for the status {status}.");
    }

    internal static ImmutableArray<StatusCount> Count(IEnumerable<KeyResultStatus> statuses)
    {
        var counts = statuses.GroupBy(static s => s).ToDictionary(static g => g.Key, static g => g.Count());
        return [.. Known.Where(k => counts.ContainsKey(k.Status)).Select(k => new StatusCount(k.Model, counts[k.Status]))];
    }
}
