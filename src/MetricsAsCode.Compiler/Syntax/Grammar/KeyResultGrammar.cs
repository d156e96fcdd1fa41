using MetricsAsCode.Compiler.Syntax.Outlining;
using Sprache;

namespace MetricsAsCode.Compiler.Syntax.Grammar;

/// <summary><c>key result churn "Reduce churn by at least 20%" = churn_rate decrease by 20% weight 2 { … }</c></summary>
internal static class KeyResultGrammar
{
    private static readonly Parser<Measured> Value =
        from value in ExpressionGrammar.Expression
        from target in TargetGrammar.Target
        select new Measured(value, target);

    private static readonly Parser<Aim> Header =
        from _ in Tokens.Word("key")
        from result in Tokens.Word("result")
        from name in Tokens.Name
        from label in Tokens.Text.OrNull()
        from measured in Tokens.Symbol("=").Then(_ => Value).OrNull()
        from weight in Tokens.Word("weight").Then(_ => NumberGrammar.Plain).OrNull()
        select new Aim(label, measured, weight);

    private static readonly MemberTable<KeyResultMember> Members = new(
        "key result",
        MemberRule<KeyResultMember>.Line("metrics", PathGrammar.Path.BetweenCommas(), (metrics, span) => new SupportingMetrics(metrics, span)),
        MemberRule<KeyResultMember>.Line("need", Value, (x, span) => new NeedSyntax(x.Value, x.Target, span), mayRepeat: true),
        MemberRule<KeyResultMember>.Line("strategy", Tokens.Text, (label, span) => new StrategySyntax(label, span), mayRepeat: true),
        MemberRule<KeyResultMember>.Line("owner", Tokens.Text, (owner, span) => new KeyResultOwner(owner, span)));

    public static KeyResultSyntax? Read(Member member, Reading reading)
    {
        var read = reading.Header(member, Header);
        var members = Members.Read(member.Body, reading);
        var unread = member.HeaderSpan.After;
        return member.NameAt(2) is not { } name ? null
            : new KeyResultSyntax(
                name, read?.Label, read?.Measured?.Value ?? new ErrorExpression(unread),
                read is null ? new ErrorTarget(unread) : read.Measured?.Target ?? new NeedsTarget(unread),
                read?.Weight, members, member.Description, member.Span);
    }

    private sealed record Measured(ExpressionSyntax Value, TargetSyntax Target);

    private sealed record Aim(TextExpression? Label, Measured? Measured, NumberExpression? Weight);
}
