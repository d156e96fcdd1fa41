using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Compiler.Syntax;
using MetricsAsCode.Engines.Loading;

namespace MetricsAsCode.Cli.Listing;

/// <summary>Every declaration of a workspace, by module, file and place.</summary>
internal static class DeclarationList
{
    public static IReadOnlyList<Declared> Of(Workspace workspace) =>
    [
        .. from module in workspace.Modules
           from tree in workspace.Trees
           where string.Equals(tree.Module?.Text, module.Name, StringComparison.Ordinal)
           from declaration in tree.Declarations
           from declared in Of(new Listed(module, tree), declaration)
           select declared,
    ];

    private static IEnumerable<Declared> Of(Listed at, DeclarationSyntax declaration)
    {
        string name = declaration.Name.Text;
        return declaration switch
        {
            ProductDeclaration p => [at.Entry("product", p, at.Module.Name, p.Label)],
            SourceDeclaration s => [at.Entry("source", s, name, null, s.Like is { } like ? like.Span.To(s.Origin.Span) : s.Origin.Span)],
            LetDeclaration l => [at.Entry("let", l, name, null, l.Value.Span)],
            DefineDeclaration d => [at.Entry("define", d, name, null, d.Body.Span)],
            JourneyDeclaration j => [at.Entry("journey", j, "journey", j.Label), .. j.Stages.Select(s => Stage(at, s))],
            SegmentDeclaration g => [at.Entry("segment", g, name, g.Label, g.Value.Span)],
            MetricDeclaration { PerStepOf: not null } m => MetricEntries.WithSteps(at, m),
            MetricDeclaration { HasParts: true } m => MetricEntries.WithParts(at, m),
            MetricDeclaration m => [MetricEntries.One(at, m)],
            FunnelDeclaration f => Owner(at, at.Entry("funnel", f, name, f.Label, f.By is { } by && f.Within is { } within ? by.Span.To(within.Span) : null)),
            CohortDeclaration c => Owner(at, at.Entry("cohort", c, name, c.Label, c.By is { } by ? by.Span.To(c.Returning.Span) : null)),
            ObjectiveDeclaration o => ObjectiveEntries.Of(at, o),
            ScorecardDeclaration c => [at.Entry("scorecard", c, name, c.Label)],
            TestDeclaration t => [at.Entry("test", t, t.Label.Value, t.Label)],
            _ => throw new InvalidOperationException($"There is no kind for a {declaration.GetType().Name}."),
        };
    }

    private static Declared Stage(Listed at, StageSyntax s) =>
        new(at.Module.Name, "journey_stage", $"journey.{s.Name.Text}", s.Label?.Value, Metrics(s), at.File, at.Line(s.Span))
        {
            Within = "journey",
            Description = s.Description,
        };

    private static string? Metrics(StageSyntax s) =>
        string.Join(", ", s.Members.OfType<StageMetrics>().SelectMany(m => m.Metrics).Select(m => m.Text)) is { Length: > 0 } metrics ? metrics : null;

    /// <summary>A funnel or cohort, then the metrics that it has.</summary>
    private static IEnumerable<Declared> Owner(Listed at, Declared owner) =>
        at.Module.Metrics.Where(m => !m.IsAnonymous && string.Equals(m.MemberOf, owner.Id, StringComparison.Ordinal))
            .Select(m => new Declared(owner.Module, "member", m.Name, m.Label, m.Formula, owner.File, owner.Line) { Within = owner.Id }.Saying(m))
            .Prepend(owner);
}
