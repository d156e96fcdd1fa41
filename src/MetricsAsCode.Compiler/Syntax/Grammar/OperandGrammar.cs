using MetricsAsCode.Compiler.Syntax.Lexing;
using Sprache;

namespace MetricsAsCode.Compiler.Syntax.Grammar;

/// <summary>What an expression is made of: literals, names, calls and parentheses.</summary>
internal static class OperandGrammar
{
    private static readonly Parser<ExpressionSyntax> Boolean =
        Tokens.Word("true").XOr(Tokens.Word("false")).Select(t => (ExpressionSyntax)new BooleanExpression(t.IsWord("true"), t.Span));

    private static readonly Parser<ExpressionSyntax> Period =
        PeriodGrammar.Unit.XOr<PeriodSyntax>(PeriodGrammar.Relative).Select(p => (ExpressionSyntax)new PeriodExpression(p));

    /// <summary>A value that says itself: a number, a text, a name that is a value, a date, true or false.</summary>
    public static readonly Parser<ExpressionSyntax> Literal =
        NumberGrammar.Number.Select(n => (ExpressionSyntax)n)
            .XOr(Tokens.Text)
            .XOr(Boolean)
            .XOr(Period)
            .XOr(PathGrammar.ValuePath.Select(p => new NameExpression(p)))
            .Labelled("a value");

    private static readonly Parser<ParenthesizedExpression> InParentheses =
        (from open in Tokens.Symbol("(")
         from inner in Rules.Lazy(() => ExpressionGrammar.Expression)
         from close in Tokens.Symbol(")")
         select inner)
        .Node((inner, span) => new ParenthesizedExpression(inner, span));

    /// <summary><c>( … )</c>, and behind rows in parentheses one of their columns.</summary>
    private static readonly Parser<ExpressionSyntax> Parenthesized =
        from inner in InParentheses
        from column in Tokens.Symbol(".").Unspoken().Then(_ => PathGrammar.Path).OrNull()
        select column is null ? (ExpressionSyntax)inner : new ColumnOfExpression(inner, column);

    /// <summary><c>NAME(</c> is a function, a bare name never is.</summary>
    private static readonly Parser<ExpressionSyntax> NameOrCall =
        (from path in PathGrammar.ValuePath
         from arguments in Rules.Lazy(() => ArgumentGrammar.InParentheses).Unspoken().OrNull()
         select (path, arguments))
        .Node((x, span) => x.arguments is null ? (ExpressionSyntax)new NameExpression(x.path) : new CallExpression(x.path, x.arguments.Items, span));

    public static readonly Parser<ExpressionSyntax> Operand =
        NumberGrammar.Number.Select(n => (ExpressionSyntax)n)
            .XOr(Tokens.Text)
            .XOr(Boolean)
            .XOr(Period)
            .XOr(NameOrCall)
            .XOr(Parenthesized)
            .Labelled("a value");
}
