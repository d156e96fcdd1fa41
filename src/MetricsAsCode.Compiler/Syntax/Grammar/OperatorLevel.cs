using MetricsAsCode.Compiler.Syntax.Lexing;
using Sprache;

namespace MetricsAsCode.Compiler.Syntax.Grammar;

/// <summary>Operators that bind equally tight and read from left to right.</summary>
internal sealed record OperatorLevel(params (string Written, BinaryOperator Operator)[] Operators)
{
    private readonly Parser<(BinaryOperator Operator, Token Token)> one = Operators
        .Select(o => OperatorToken(o.Written).Select(token => (o.Operator, token)))
        .Aggregate((all, next) => all.XOr(next))
        .Labelled("an operator");

    /// <summary>Chains of operands. Read in a loop: a long sum is no deeper on the stack than a short one.</summary>
    public Parser<ExpressionSyntax> Over(Parser<ExpressionSyntax> operand) =>
        from first in operand
        from more in (from o in one from right in operand select (o, right)).Repeated()
        select more.Aggregate(first, (left, next) => Combine(left, next.o, next.right));

    /// <summary>At most one operator: <c>a = b = c</c> says nothing.</summary>
    public Parser<Func<ExpressionSyntax, ExpressionSyntax>> Once(Parser<ExpressionSyntax> operand) =>
        from o in one
        from right in operand
        select (Func<ExpressionSyntax, ExpressionSyntax>)(left => Combine(left, o, right));

    private static BinaryExpression Combine(ExpressionSyntax left, (BinaryOperator Operator, Token Token) o, ExpressionSyntax right) =>
        new(o.Operator, o.Token.Span, left, right);

    private static Parser<Token> OperatorToken(string written) =>
        Characters.StartsName(written[0]) ? Tokens.Word(written) : Tokens.Symbol(written);
}
