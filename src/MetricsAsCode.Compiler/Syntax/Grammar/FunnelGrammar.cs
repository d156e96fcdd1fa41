using System.Collections.Immutable;
using MetricsAsCode.Compiler.Syntax.Outlining;
using Sprache;

namespace MetricsAsCode.Compiler.Syntax.Grammar;

/// <summary><c>funnel checkout "Checkout" by events.session_id within 1 day { step cart "Added to cart" = … }</c></summary>
internal static class FunnelGrammar
{
    private static readonly Parser<Heading> Header =
        from _ in Tokens.Word("funnel")
        from name in Tokens.Name
        from label in Tokens.Text.OrNull()
        from entity in Tokens.Word("by").Then(_ => PathGrammar.Path)
        from within in Tokens.Word("within").Then(_ => NumberGrammar.Number)
        select new Heading(label, entity, within);

    private static readonly Parser<StepHeading> Step =
        from _ in Tokens.Word("step")
        from name in Tokens.Name
        from label in Tokens.Text.OrNull()
        from assign in Tokens.Symbol("=")
        from rows in ExpressionGrammar.Expression
        select new StepHeading(label, rows);

    private static readonly MemberTable<FunnelStepSyntax> Members = new("funnel", new MemberRule<FunnelStepSyntax>("step", ReadStep, MayRepeat: true));

    public static FunnelDeclaration? Read(Member member, Reading reading)
    {
        var read = reading.Header(member, Header);
        reading.NeedsBlock(member, read is not null);
        var steps = Members.Read(member.Body, reading);
        return member.NameAt(1) is { } name
            ? new FunnelDeclaration(name, read?.Label, read?.By, read?.Within, steps, member.Description, member.Span)
            : null;
    }

    private static FunnelStepSyntax? ReadStep(Member member, Reading reading)
    {
        var read = reading.Line(member, Step);
        return member.NameAt(1) is { } name
            ? new FunnelStepSyntax(name, read?.Label, read?.Rows ?? new ErrorExpression(member.HeaderSpan.After), member.Span)
            : null;
    }

    private sealed record Heading(TextExpression? Label, PathSyntax By, NumberExpression Within);

    private sealed record StepHeading(TextExpression? Label, ExpressionSyntax Rows);
}
