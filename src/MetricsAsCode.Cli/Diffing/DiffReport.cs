using MetricsAsCode.Compiler.Fingerprints;
using MetricsAsCode.Scorecards.Comparing;

namespace MetricsAsCode.Cli.Diffing;

/// <summary>Everything that is said about a change of definitions.</summary>
/// <param name="Old">What the older side is called.</param>
/// <param name="New">What the newer side is called.</param>
/// <param name="Numbers">Those of each module with something to compute, by name.</param>
/// <param name="Notes">What was not computed, and why; over which data the rest was.</param>
internal sealed record DiffReport(
    DiffSide Old, DiffSide New, DefinitionDiff Definitions, IReadOnlyList<ComparedNumbers> Numbers, Impact Impact, IReadOnlyList<string> Notes, IReadOnlyList<Fired> Verdict)
{
    public IReadOnlyList<DeclarationChange> Changes => Definitions.Changes;

    /// <summary>Key results whose status is another, the worse ones first.</summary>
    public IReadOnlyList<ComparedKeyResult> StatusChanges =>
        [.. Numbers.SelectMany(n => n.KeyResults).Where(k => k.HasChanged).OrderByDescending(k => k.IsWorse).ThenBy(k => k.Module, StringComparer.Ordinal).ThenBy(k => k.Id, StringComparer.Ordinal)];

    public IReadOnlyList<ComparedMetric> Metrics => [.. Numbers.SelectMany(n => n.Metrics)];

    /// <summary>
    /// Declarations to speak of. Members of a funnel or cohort go with it where it has changed the same way; what only leads from a cause to metrics stands on their way.
    /// </summary>
    public IEnumerable<DeclarationChange> Told => Changes
        .Where(c => c is not { Kind: ChangeKind.Inherited, Form.Kind: DeclarationKind.Let or DeclarationKind.Define })
        .Where(c => !(c.Form.Within is { } owner && c.Form.Kind == DeclarationKind.Metric
            && Changes.Any(o => o.Form.Kind is DeclarationKind.Funnel or DeclarationKind.Cohort && o.Form.Module == c.Form.Module && o.Form.Name == owner)));

    /// <summary>E.g. <c>3 metrics with other numbers, 1 metric added, 1 key result with another status</c>, or that there is nothing to tell.</summary>
    public string Summary => DiffSummary.Of(this);
}

/// <summary>A gate that has fired.</summary>
/// <param name="Gate">Its word on the command line.</param>
/// <param name="Findings">What made it fire.</param>
internal sealed record Fired(string Gate, IReadOnlyList<string> Findings);
