using System.Text;
using System.Text.RegularExpressions;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Compiler.Syntax;
using MetricsAsCode.Compiler.Text;
using MetricsAsCode.Engines.Loading;

namespace MetricsAsCode.Cli.Listing;

/// <summary>Every declaration of a workspace, by module, file and place.</summary>
internal static partial class DeclarationList
{
    public static IReadOnlyList<Declared> Of(Workspace workspace) =>
    [
        .. from module in workspace.Modules
           from tree in workspace.Trees
           where string.Equals(tree.Module?.Text, module.Name, StringComparison.Ordinal)
           from declaration in tree.Declarations
           from declared in Of(module, tree, declaration)
           select declared,
    ];

    private static IEnumerable<Declared> Of(ModuleSymbol module, SyntaxTree tree, DeclarationSyntax declaration)
    {
        var at = (Module: module, Tree: tree);
        string name = declaration.Name.Text;
        return declaration switch
        {
            ProductDeclaration p => [Entry(at, "product", module.Name, p.Label.Value, null, null, p.Span)],
            SourceDeclaration s => [Entry(at, "source", name, null, null, Written(tree, s.Like is { } like ? like.Span.To(s.Origin.Span) : s.Origin.Span), s.Span)],
            LetDeclaration l => [Entry(at, "let", name, null, null, Written(tree, l.Value.Span), l.Span)],
            DefineDeclaration d => [Entry(at, "define", name, null, null, Written(tree, d.Body.Span), d.Span)],
            JourneyDeclaration j => [Entry(at, "journey", "journey", j.Label.Value, null, null, j.Span), .. j.Stages.Select(s => Stage(at, s))],
            SegmentDeclaration g => [Entry(at, "segment", name, g.Label?.Value, null, Written(tree, g.Value.Span), g.Span)],
            MetricDeclaration { PerStepOf: not null } m => Members(at, m, module.Metrics
                .Where(x => x.Name.StartsWith(name + ".", StringComparison.Ordinal))
                .Select(x => Metric(at, m with { Name = new Identifier(x.Name, false, m.Name.Span), Label = new TextExpression(x.Label ?? x.Name, m.Name.Span) }))),
            MetricDeclaration { HasParts: true } m => Members(at, m, m.Parts
                .Select(p => Metric(at, m with { Name = new Identifier($"{name}.{p.Name.Text}", false, p.Name.Span), Label = p.Label ?? m.Label, Value = p.Value, Span = p.Span }))),
            MetricDeclaration m => [Metric(at, m)],
            FunnelDeclaration f => Owner(at, "funnel", name, f.Label?.Value, f.By is { } by && f.Within is { } within ? Written(tree, by.Span.To(within.Span)) : null, f.Span),
            CohortDeclaration c => Owner(at, "cohort", name, c.Label?.Value, c.By is { } by ? Written(tree, by.Span.To(c.Returning.Span)) : null, c.Span),
            ObjectiveDeclaration o => Objective(at, o),
            ScorecardDeclaration c => [Entry(at, "scorecard", name, c.Label?.Value, null, null, c.Span)],
            TestDeclaration t => [Entry(at, "test", t.Label.Value, t.Label.Value, null, null, t.Span)],
            _ => throw new InvalidOperationException($"There is no kind for a {declaration.GetType().Name}."),
        };
    }

    private static Declared Stage((ModuleSymbol Module, SyntaxTree Tree) at, StageSyntax s) =>
        Entry(at, "stage", $"journey.{s.Name.Text}", s.Label?.Value, null, string.Join(", ", s.Members.OfType<StageMetrics>().SelectMany(m => m.Metrics).Select(m => m.Text)), s.Span);

    private static Declared Metric((ModuleSymbol Module, SyntaxTree Tree) at, MetricDeclaration m)
    {
        var symbol = at.Module.Metric(m.Name.Text);
        string kind = symbol is not null && ReferenceEquals(symbol, at.Module.Product.NorthStar) ? "north_star" : "metric";
        return Entry(at, kind, m.Name.Text, m.Label?.Value, symbol?.Unit.ToString(), Written(at.Tree, m.Value.Span), m.Span);
    }

    /// <summary>A metric with parts or steps, then each of them; only one with steps has a formula of its own.</summary>
    private static IEnumerable<Declared> Members((ModuleSymbol Module, SyntaxTree Tree) at, MetricDeclaration m, IEnumerable<Declared> members)
    {
        var all = members.ToList();
        return all.Prepend(Entry(at, "metric", m.Name.Text, m.Label?.Value, all.FirstOrDefault()?.Unit, m.HasParts ? null : Written(at.Tree, m.Value.Span), m.Span));
    }

    /// <summary>A funnel or cohort, then the metrics that it has.</summary>
    private static IEnumerable<Declared> Owner((ModuleSymbol Module, SyntaxTree Tree) at, string kind, string name, string? label, string? formula, TextSpan span) =>
        at.Module.Metrics.Where(m => !m.IsAnonymous && string.Equals(m.MemberOf, name, StringComparison.Ordinal))
            .Select(m => Entry(at, "member", m.Name, m.Label, m.Unit.ToString(), m.Formula, span))
            .Prepend(Entry(at, kind, name, label, null, formula, span));

    private static IEnumerable<Declared> Objective((ModuleSymbol Module, SyntaxTree Tree) at, ObjectiveDeclaration o)
    {
        yield return Entry(at, "objective", o.Name.Text, o.Label?.Value, null, null, o.Span);
        var symbol = at.Module.Objectives.FirstOrDefault(s => string.Equals(s.Name, o.Name.Text, StringComparison.Ordinal));
        foreach (var k in o.Members.OfType<KeyResultSyntax>())
        {
            var metric = symbol?.KeyResults.FirstOrDefault(s => string.Equals(s.Name, k.Name.Text, StringComparison.Ordinal))?.Metric;
            yield return Entry(at, "key_result", $"{o.Name.Text}.{k.Name.Text}", k.Label?.Value, metric?.Unit.ToString(), Formula(at.Tree, k), k.Span);
        }
    }

    private static string Formula(SyntaxTree tree, KeyResultSyntax k) => k.Target is NeedsTarget
        ? string.Join("; ", k.Members.OfType<NeedSyntax>().Select(n => Written(tree, n.Span)))
        : Written(tree, k.Value.Span.To(k.Target.Span));

    private static Declared Entry((ModuleSymbol Module, SyntaxTree Tree) at, string kind, string id, string? label, string? unit, string? formula, TextSpan span) =>
        new(at.Module.Name, kind, id, label, unit, formula, at.Tree.Text.Path, at.Tree.Text.PositionOf(span.Start).Line);

    /// <summary>The text of a span without its comments, white space folded.</summary>
    private static string Written(SyntaxTree tree, TextSpan span)
    {
        var text = new StringBuilder();
        int from = span.Start;
        foreach (var comment in tree.Comments.Where(span.Contains))
        {
            text.Append(tree.Text.Slice(TextSpan.FromBounds(from, comment.Start))).Append(' ');
            from = comment.End;
        }

        text.Append(tree.Text.Slice(TextSpan.FromBounds(from, span.End)));
        return Blanks().Replace(text.ToString(), " ").Trim();
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
