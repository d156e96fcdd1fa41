using System.Globalization;
using MetricsAsCode.Compiler.Fingerprints;

namespace MetricsAsCode.Cli.Diffing;

/// <summary>A change of definitions in one line.</summary>
internal static class DiffSummary
{
    private static readonly IReadOnlyDictionary<DeclarationKind, (string One, string Many)> Nouns = new Dictionary<DeclarationKind, (string, string)>
    {
        [DeclarationKind.Product] = ("product", "products"),
        [DeclarationKind.Source] = ("source", "sources"),
        [DeclarationKind.Let] = ("let", "lets"),
        [DeclarationKind.Define] = ("function", "functions"),
        [DeclarationKind.Segment] = ("segment", "segments"),
        [DeclarationKind.Funnel] = ("funnel", "funnels"),
        [DeclarationKind.Cohort] = ("cohort", "cohorts"),
        [DeclarationKind.Metric] = ("metric", "metrics"),
        [DeclarationKind.Objective] = ("objective", "objectives"),
        [DeclarationKind.KeyResult] = ("key result", "key results"),
        [DeclarationKind.Journey] = ("journey", "journeys"),
        [DeclarationKind.Scorecard] = ("scorecard", "scorecards"),
    };

    private static readonly (ChangeKind Kind, string Word)[] Words =
    [
        (ChangeKind.Changed, "changed"), (ChangeKind.Inherited, "by inheritance"), (ChangeKind.Removed, "removed"), (ChangeKind.Renamed, "renamed"),
        (ChangeKind.Added, "added"), (ChangeKind.Metadata, "labels or owners only"),
    ];

    public static string Noun(DeclarationKind kind) => Nouns[kind].One;

    public static string Of(DiffReport report)
    {
        var parts = new List<string>();
        if (report.StatusChanges.Count > 0)
            parts.Add($"{Count(report.StatusChanges.Count, "key result", "key results")} with another status");
        int others = report.Metrics.Where(m => m.HasChanged).Select(m => (m.Module, m.Name)).Distinct().Count();
        if (others > 0)
            parts.Add($"{Count(others, "metric", "metrics")} with other numbers");
        var told = report.Told.ToList();
        foreach (var (kind, word) in Words)
        {
            var counts = told.Where(c => c.Kind == kind).GroupBy(c => c.Form.Kind).OrderBy(g => g.Key).Select(g => Count(g.Count(), Nouns[g.Key].One, Nouns[g.Key].Many)).ToList();
            if (counts.Count > 0)
                parts.Add($"{word}: {string.Join(", ", counts)}");
        }

        return parts.Count > 0 ? string.Join("; ", parts) : "no definition means anything else";
    }

    public static string Count(int count, string one, string many) => string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : many)}");
}
