using System.Collections.Immutable;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Results;
using MetricsAsCode.Scorecards.Computing;
using MetricsAsCode.Scorecards.Model;

namespace MetricsAsCode.Scorecards.Building;

/// <summary>Each metric by itself: its value, what that rests on, and how it is defined.</summary>
internal static class Cards
{
    internal static void Ask(ScorecardFrame frame, IEnumerable<MetricSymbol> metrics, Questions questions)
    {
        foreach (var metric in metrics)
            questions.Ask(metric, frame.Period);
    }

    internal static ImmutableArray<CardModel> Of(ScorecardFrame frame, IEnumerable<MetricSymbol> metrics, Answers answers) =>
        [.. metrics.Select(m => Of(frame, m, answers.Of(m, frame.Period)))];

    private static CardModel Of(ScorecardFrame frame, MetricSymbol metric, Measurement found) => new(
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
        Value = frame.FigureOf(metric, found, frame.Period),
        N = frame.CountOf(found.N),
        Sample = Said(found.OnSample(frame.Locale), " · "),
        Caveats = Said(found.Caveats.Where(c => !(frame.Shown.IsUnfinished && string.Equals(c, Caveat.UnfinishedPeriod, StringComparison.Ordinal))), "; "),
    };

    private static string? Said(IEnumerable<string> parts, string separator) => string.Join(separator, parts) is { Length: > 0 } said ? said : null;
}
