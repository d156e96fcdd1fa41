using MetricsAsCode.Compiler.Syntax.Outlining;
using Sprache;

namespace MetricsAsCode.Compiler.Syntax.Grammar;

/// <summary><c>journey "User journey" { stage awareness "Awareness &amp; Discovery" { does "Sees an ad"; metrics installs } }</c></summary>
internal static class JourneyGrammar
{
    private static readonly Parser<TextExpression> Header = Tokens.Word("journey").Then(_ => Tokens.Text);

    private static readonly Parser<StageHeading> Stage =
        from _ in Tokens.Word("stage")
        from name in Tokens.Name
        from label in Tokens.Text.OrNull()
        select new StageHeading(label);

    private static readonly MemberTable<StageMember> StageMembers = new(
        "stage",
        MemberRule<StageMember>.Line("does", Tokens.Text.BetweenCommas(), (steps, span) => new StageDoes(steps, span), mayRepeat: true),
        MemberRule<StageMember>.Line("metrics", PathGrammar.Path.BetweenCommas(), (metrics, span) => new StageMetrics(metrics, span), mayRepeat: true));

    private static readonly MemberTable<StageSyntax> Stages = new("journey", new MemberRule<StageSyntax>("stage", ReadStage, MayRepeat: true));

    public static JourneyDeclaration? Read(Member member, Reading reading)
    {
        var label = reading.Header(member, Header);
        reading.NeedsBlock(member, label is not null);
        var stages = Stages.Read(member.Body, reading);
        return label is null ? null : new JourneyDeclaration(member.NameAt(0)!, label, stages, member.Description, member.Span);
    }

    private static StageSyntax? ReadStage(Member member, Reading reading)
    {
        var read = reading.Header(member, Stage);
        reading.NeedsBlock(member, read is not null);
        var members = StageMembers.Read(member.Body, reading);
        return member.NameAt(1) is { } name ? new StageSyntax(name, read?.Label, members, member.Description, member.Span) : null;
    }

    private sealed record StageHeading(TextExpression? Label);
}
