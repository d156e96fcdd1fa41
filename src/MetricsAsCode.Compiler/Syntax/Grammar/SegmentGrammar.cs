using MetricsAsCode.Compiler.Syntax.Outlining;
using Sprache;

namespace MetricsAsCode.Compiler.Syntax.Grammar;

/// <summary><c>segment metro "Metro cities" = customers.city in ["Delhi", "Mumbai"]</c></summary>
internal static class SegmentGrammar
{
    private static readonly Parser<Condition> Header =
        from _ in Tokens.Word("segment")
        from name in Tokens.Name
        from label in Tokens.Text.OrNull()
        from assign in Tokens.Symbol("=")
        from value in ExpressionGrammar.Plain
        select new Condition(label, value);

    public static SegmentDeclaration? Read(Member member, Reading reading)
    {
        reading.NoBlock(member);
        var read = reading.Header(member, Header);
        return member.NameAt(1) is { } name
            ? new SegmentDeclaration(name, read?.Label, read?.Value ?? new ErrorExpression(member.HeaderSpan.After), member.Description, member.HeaderSpan)
            : null;
    }

    private sealed record Condition(TextExpression? Label, ExpressionSyntax Value);
}
