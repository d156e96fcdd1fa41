using MetricsAsCode.Compiler.Diagnostics;
using MetricsAsCode.Compiler.Fingerprints;
using MetricsAsCode.Scorecards.Comparing;

namespace MetricsAsCode.Cli.Diffing;

/// <summary>What a pipeline can fail on.</summary>
/// <param name="Word">As it is written behind <c>--fail-on</c>.</param>
/// <param name="NeedsNumbers">Whether it can be told from definitions alone.</param>
/// <param name="Findings">What makes it fire.</param>
internal sealed record Gate(string Word, bool NeedsNumbers, Func<DiffReport, IEnumerable<string>> Findings)
{
    // Where numbers were asked for and are not there, nobody knows that they are the same.
    public static readonly IReadOnlyList<Gate> All =
    [
        new("changed-values", true, r => OtherNumbers(r)),
        new("removed", false, r => Gone(r)),
        new("status-worse", true, r => Worse(r)),
    ];

    private static readonly HashSet<DeclarationKind> Named =
    [
        DeclarationKind.Source, DeclarationKind.Segment, DeclarationKind.Funnel, DeclarationKind.Cohort, DeclarationKind.Metric,
        DeclarationKind.Objective, DeclarationKind.KeyResult, DeclarationKind.Scorecard,
    ];

    /// <summary>The gates of one or several <c>--fail-on</c>, each a list with commas.</summary>
    /// <exception cref="ToolException">A word is none of them.</exception>
    public static IReadOnlyList<Gate> Read(IEnumerable<string> written)
    {
        var words = All.Select(g => g.Word).ToList();
        var asked = written.SelectMany(w => w.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).ToList();
        foreach (string word in asked.Where(w => !words.Contains(w)))
            throw ToolException.Usage($"`{word}` is not a choice of --fail-on.{Suggestion.DidYouMean(word, words)} It takes {string.Join(", ", words)}.");
        return [.. All.Where(g => asked.Contains(g.Word))];
    }

    private static IEnumerable<string> OtherNumbers(DiffReport report)
    {
        var computed = report.Metrics.Where(m => m is { Old: not null, New: not null }).Select(m => (m.Module, m.Name)).ToHashSet();
        return report.Metrics.Where(m => m.HasChanged).Select(m => $"{m.Module}.{m.Name}").Distinct()
            .Concat(report.Changes.Where(c => c.Form.Kind == DeclarationKind.Metric && c.DecidesOtherNumbers && !computed.Contains((c.Form.Module, c.Form.Name))).Select(c => $"{c.Form.Module}.{c.Form.Name} (not computed)"));
    }

    private static IEnumerable<string> Gone(DiffReport report) =>
        report.Changes.Where(c => c.Kind is ChangeKind.Removed or ChangeKind.Renamed && Named.Contains(c.Old!.Kind)).Select(c => $"{c.Old!.Module}.{c.Old.Name}{(c.New is { } now ? $" (now {now.Name})" : "")}")
            .Concat(report.Impact.Broken.Where(b => b.NewType is not null).Select(b => $"{b.Module}: {b.Member}"));

    private static IEnumerable<string> Worse(DiffReport report)
    {
        var computed = report.Numbers.SelectMany(n => n.KeyResults).Where(k => k is { Old: not null, New: not null }).ToList();
        return computed.Where(k => k.IsWorse).Select(Name)
            .Concat(report.Changes.Where(c => c.Form.Kind == DeclarationKind.KeyResult && c.DecidesOtherNumbers).Select(c => $"{c.Form.Module}.{c.Form.Name}").Except(computed.Select(Name)).Select(n => $"{n} (not computed)"));
    }

    private static string Name(ComparedKeyResult keyResult) => $"{keyResult.Module}.{keyResult.Id}";
}
