using System.Collections.Immutable;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Scorecards.Model;

namespace MetricsAsCode.Scorecards.Building;

/// <summary>How metrics are defined.</summary>
internal static class Cards
{
    internal static ImmutableArray<CardModel> Of(ScorecardFrame frame, IEnumerable<MetricSymbol> metrics) => [.. metrics.Select(m => Of(frame, m))];

    private static CardModel Of(ScorecardFrame frame, MetricSymbol metric) => new(
        metric.Name,
        metric.Label ?? metric.Name,
        metric.Description,
        metric.Formula,
        frame.FormOf(metric).Words,
        metric.Better == Direction.None ? null : metric.Better.ToString().ToLowerInvariant(),
        metric.Every?.ToString().ToLowerInvariant(),
        metric.Owner,
        metric.Tags.IsEmpty ? null : string.Join(", ", metric.Tags),
        frame.LinkTo(metric.Location))
    {
        Terms = [.. metric.Terms.Select(t => new TermModel(t.Name, t.Formula))],
    };
}
