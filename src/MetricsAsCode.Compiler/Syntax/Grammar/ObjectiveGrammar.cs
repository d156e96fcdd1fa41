using System.Collections.Immutable;
using MetricsAsCode.Compiler.Syntax.Outlining;
using Sprache;

namespace MetricsAsCode.Compiler.Syntax.Grammar;

/// <summary><c>objective customer_retention "Increase customer retention" during 2026-Q3 { … }</c></summary>
internal static class ObjectiveGrammar
{
    private static readonly Parser<Heading> Header =
        from _ in Tokens.Word("objective")
        from name in Tokens.Name
        from label in Tokens.Text.OrNull()
        from during in Tokens.Word("during").Then(_ => PeriodGrammar.Period).OrNull()
        select new Heading(label, during);

    private static readonly Parser<(TextExpression Label, ImmutableArray<Identifier> For)> Initiative =
        from label in Tokens.Text
        from keyResults in Tokens.Word("for").Then(_ => Tokens.Name.BetweenCommas()).XOr(Parse.Return(ImmutableArray<Identifier>.Empty))
        select (label, keyResults);

    private static readonly MemberTable<ObjectiveMember> Members = new(
        "objective",
        MemberRule<ObjectiveMember>.Line("owner", Tokens.Text, (owner, span) => new ObjectiveOwner(owner, span)),
        new("key result", KeyResultGrammar.Read, MayRepeat: true),
        MemberRule<ObjectiveMember>.Line("initiative", Initiative, (x, span) => new InitiativeSyntax(x.Label, x.For, span), mayRepeat: true));

    public static ObjectiveDeclaration? Read(Member member, Reading reading)
    {
        var read = reading.Header(member, Header);
        reading.NeedsBlock(member, read is not null);
        var members = Members.Read(member.Body, reading);
        return member.NameAt(1) is { } name
            ? new ObjectiveDeclaration(name, read?.Label, read?.During, members, member.Description, member.Span)
            : null;
    }

    private sealed record Heading(TextExpression? Label, PeriodSyntax? During);
}
