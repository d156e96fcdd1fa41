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
        Add(parts, told, "changed", ChangeKind.Changed);
        Add(parts, told, "changed by inheritance", ChangeKind.Inherited);
        Add(parts, told, "removed", ChangeKind.Removed);
        Add(parts, told, "renamed", ChangeKind.Renamed);
        Add(parts, told, "added", ChangeKind.Added);
        Add(parts, told, "with other labels or owners only", ChangeKind.Metadata);
        return parts.Count > 0 ? string.Join("; ", parts) : "no definition means anything else";
    }

    public static string Count(int count, string one, string many) => string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : many)}");

    private static void Add(List<string> parts, List<DeclarationChange> changes, string what, ChangeKind kind)
    {
        var counts = changes.Where(c => c.Kind == kind).GroupBy(c => c.Form.Kind).OrderBy(g => g.Key).Select(g => Count(g.Count(), Nouns[g.Key].One, Nouns[g.Key].Many)).ToList();
        if (counts.Count > 0)
            parts.Add($"{string.Join(", ", counts)} {what}");
    }
}
