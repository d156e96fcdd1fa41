using System.Collections.Immutable;
using MetricsAsCode.Compiler.Syntax.Outlining;
using MetricsAsCode.Compiler.Text;
using Sprache;

namespace MetricsAsCode.Compiler.Syntax.Grammar;

/// <summary><c>metric churn_rate "Churn rate" as percent every month = churn(active) { better lower }</c></summary>
internal static class MetricGrammar
{
    private static readonly Parser<PathSyntax> StepOf =
        from step in Tokens.Word("step")
        from of in Tokens.Word("of")
        from funnel in PathGrammar.Path
        select funnel;

    private static readonly Parser<Part<MetricDeclaration>> Shape =
        Part.Of("as", DisplayGrammar.Display, (MetricDeclaration m, DisplaySyntax display) => m with { Display = display })
        .XOr(Part.Of("every", PeriodGrammar.Grain, (MetricDeclaration m, GrainSyntax grain) => m with { Every = grain }))
        .XOr(Part.Of("per", StepOf, (MetricDeclaration m, PathSyntax funnel) => m with { PerStepOf = funnel }))
        .XOr(Part.Of("by", PathGrammar.Path, (MetricDeclaration m, PathSyntax dimension) => m with { By = dimension }));

    /// <summary>In the place of the formula: the parts stand in the block.</summary>
    private static Parser<ExpressionSyntax> Parts => Tokens.Word("parts").Select(t => (ExpressionSyntax)new PartsMark(t.Span));

    private static readonly Parser<Formula> Header =
        from _ in Tokens.Word("metric")
        from name in Tokens.Name
        from label in Tokens.Text.OrNull()
        from shape in Shape.Repeated()
        from value in Parts.XOr(Tokens.Symbol("=").Then(_ => ExpressionGrammar.Expression))
        select new Formula(label, shape, value);

    /// <summary><c>new "New" = sum(movements.amount where kind = new)</c>; any word names a part.</summary>
    private static readonly Parser<(TextExpression? Label, ExpressionSyntax Value)> PartLine =
        from name in Tokens.Name
        from label in Tokens.Text.OrNull()
        from assign in Tokens.Symbol("=")
        from value in ExpressionGrammar.Expression
        select (label, value);

    private static readonly Parser<PartSyntax> NamedPart = PartLine.Node((x, span) => new PartSyntax(new Identifier("", false, span), x.Label, x.Value, null, span));

    private static readonly Parser<ImmutableArray<Identifier>> Tags =
        from open in Tokens.Symbol("[")
        from tags in Tokens.Name.BetweenCommas()
        from close in Tokens.Symbol("]")
        select tags;

    private static readonly MemberTable<MetricMember> Members = new(
        "metric",
        MemberRule<MetricMember>.Line("better", Tokens.WordOf(["higher", "lower"]), (word, span) => new BetterMember(word, span)),
        MemberRule<MetricMember>.Line("owner", Tokens.Text, (owner, span) => new OwnerMember(owner, span)),
        MemberRule<MetricMember>.Line("tags", Tags, (tags, span) => new TagsMember(tags, span)));

    public static MetricDeclaration? Read(Member member, Reading reading)
    {
        var read = reading.Header(member, Header);
        bool hasParts = read?.Value is PartsMark;
        if (hasParts)
        {
            reading.NeedsBlock(member, isHeaderRead: true);
        }

        var isPart = (member.Body?.Members ?? []).ToLookup(m => hasParts && IsPart(m));
        var members = Members.Read(member.Body is null ? null : member.Body with { Members = [.. isPart[false]] }, reading);
        if (member.NameAt(1) is not { } name)
        {
            return null;
        }

        var value = hasParts ? new ErrorExpression(read!.Value.Span) : read?.Value ?? new ErrorExpression(member.HeaderSpan.After);
        var metric = new MetricDeclaration(name, read?.Label, null, null, null, value, members, member.Description, member.Span)
        {
            HasParts = hasParts,
            Parts = [.. isPart[true].Select(m => ReadPart(m, reading)).Where(p => p is not null).Select(p => p!)],
        };
        return reading.Fold(metric, read?.Shape ?? []);
    }

    private static bool IsPart(Member member) =>
        Tokens.IsName(member.First) && member.Header.Skip(1).Take(2).Any(t => t.IsSymbol("="));

    private static PartSyntax? ReadPart(Member member, Reading reading)
    {
        reading.NoBlock(member);
        return reading.Header(member, NamedPart) is { } part ? part with { Name = member.NameAt(0)!, Description = member.Description } : null;
    }

    /// <summary>Stands for the formula that a metric with parts does not have.</summary>
    private sealed record PartsMark(TextSpan At) : ExpressionSyntax(At);

    private sealed record Formula(TextExpression? Label, ImmutableArray<Part<MetricDeclaration>> Shape, ExpressionSyntax Value);
}
