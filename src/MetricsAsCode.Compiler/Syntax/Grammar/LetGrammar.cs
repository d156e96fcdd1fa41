using MetricsAsCode.Compiler.Syntax.Outlining;
using Sprache;

namespace MetricsAsCode.Compiler.Syntax.Grammar;

/// <summary><c>let delivered = orders where status = delivered</c></summary>
internal static class LetGrammar
{
    private static readonly Parser<ExpressionSyntax> Header =
        from _ in Tokens.Word("let")
        from name in Tokens.Name
        from assign in Tokens.Symbol("=")
        from value in ExpressionGrammar.Expression
        select value;

    public static LetDeclaration? Read(Member member, Reading reading)
    {
        reading.NoBlock(member);
        var value = reading.Header(member, Header);
        return member.NameAt(1) is { } name
            ? new LetDeclaration(name, value ?? new ErrorExpression(member.HeaderSpan.After), member.Description, member.HeaderSpan)
            : null;
    }
}
