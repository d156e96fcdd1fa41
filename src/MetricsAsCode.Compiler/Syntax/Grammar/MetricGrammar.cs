using System.Collections.Immutable;
using MetricsAsCode.Compiler.Syntax.Outlining;
using Sprache;

namespace MetricsAsCode.Compiler.Syntax.Grammar;

/// <summary><c>metric churn_rate "Churn rate" as percent every month = churn(active) { better lower }</c></summary>
internal static class MetricGrammar
{
    private static readonly Parser<Part<MetricDeclaration>> Shape =
        Part.Of("as", DisplayGrammar.Display, (MetricDeclaration m, DisplaySyntax display) => m with { Display = display })
        .XOr(Part.Of("every", PeriodGrammar.Grain, (MetricDeclaration m, GrainSyntax grain) => m with { Every = grain }))
        .XOr(Part.Of("by", PathGrammar.Path, (MetricDeclaration m, PathSyntax dimension) => m with { By = dimension }));

    private static readonly Parser<Formula> Header =
        from _ in Tokens.Word("metric")
        from name in Tokens.Name
        from label in Tokens.Text.OrNull()
        from shape in Shape.Repeated()
        from assign in Tokens.Symbol("=")
        from value in ExpressionGrammar.Expression
        select new Formula(label, shape, value);

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
        var members = Members.Read(member.Body, reading);
        if (member.NameAt(1) is not { } name)
        {
            return null;
        }

        var value = read?.Value ?? new ErrorExpression(member.HeaderSpan.After);
        var metric = new MetricDeclaration(name, read?.Label, null, null, null, value, members, member.Description, member.Span);
        return reading.Fold(metric, read?.Shape ?? []);
    }

    private sealed record Formula(TextExpression? Label, ImmutableArray<Part<MetricDeclaration>> Shape, ExpressionSyntax Value);
}
