using MetricsAsCode.Compiler.Syntax.Outlining;
using Sprache;

namespace MetricsAsCode.Compiler.Syntax.Grammar;

/// <summary><c>key result churn "Reduce churn by at least 20%" = churn_rate decrease by 20% weight 2 { … }</c></summary>
internal static class KeyResultGrammar
{
    private static readonly Parser<Aim> Header =
        from _ in Tokens.Word("key")
        from result in Tokens.Word("result")
        from name in Tokens.Name
        from label in Tokens.Text.OrNull()
        from assign in Tokens.Symbol("=")
        from value in ExpressionGrammar.Expression
        from target in TargetGrammar.Target
        from weight in Tokens.Word("weight").Then(_ => NumberGrammar.Plain).OrNull()
        select new Aim(label, value, target, weight);

    private static readonly MemberTable<KeyResultMember> Members = new(
        "key result",
        MemberRule<KeyResultMember>.Line("metrics", PathGrammar.Path.BetweenCommas(), (metrics, span) => new SupportingMetrics(metrics, span)),
        MemberRule<KeyResultMember>.Line("strategy", Tokens.Text, (label, span) => new StrategySyntax(label, span), mayRepeat: true),
        MemberRule<KeyResultMember>.Line("owner", Tokens.Text, (owner, span) => new KeyResultOwner(owner, span)));

    public static KeyResultSyntax? Read(Member member, Reading reading)
    {
        var read = reading.Header(member, Header);
        var members = Members.Read(member.Body, reading);
        var unread = member.HeaderSpan.After;
        return member.NameAt(2) is not { } name ? null
            : new KeyResultSyntax(
                name, read?.Label, read?.Value ?? new ErrorExpression(unread), read?.Target ?? new ErrorTarget(unread),
                read?.Weight, members, member.Description, member.Span);
    }

    private sealed record Aim(TextExpression? Label, ExpressionSyntax Value, TargetSyntax Target, NumberExpression? Weight);
}
