using MetricsAsCode.Compiler.Text;
using Sprache;

namespace MetricsAsCode.Compiler.Syntax.Grammar;

/// <summary>
/// Expressions, from loose to tight: <c>where</c>; <c>if</c>; <c>or</c>; <c>and</c>; <c>not</c>; comparisons, <c>in</c> and <c>is</c>;
/// <c>union</c> and <c>except</c>; <c>intersect</c>; sums; products; a sign; windows and <c>dated</c>; operands.
/// </summary>
internal static class ExpressionGrammar
{
    private static readonly OperatorLevel Or = new(("or", BinaryOperator.Or));

    private static readonly OperatorLevel And = new(("and", BinaryOperator.And));

    private static readonly OperatorLevel Comparisons = new(
        ("=", BinaryOperator.Equal), ("!=", BinaryOperator.NotEqual),
        ("<=", BinaryOperator.LessOrEqual), ("<", BinaryOperator.Less),
        (">=", BinaryOperator.GreaterOrEqual), (">", BinaryOperator.Greater));

    /// <summary>Tightest first.</summary>
    private static readonly OperatorLevel[] Arithmetic =
    [
        new(("*", BinaryOperator.Multiply), ("/", BinaryOperator.Divide)),
        new(("+", BinaryOperator.Add), ("-", BinaryOperator.Subtract)),
        new(("intersect", BinaryOperator.Intersect)),
        new(("union", BinaryOperator.Union), ("except", BinaryOperator.Except)),
    ];

    /// <summary>Windows and <c>dated</c>, left to right.</summary>
    private static readonly Parser<ExpressionSyntax> Postfix =
        from operand in Rules.Lazy(() => OperandGrammar.Operand)
        from more in WindowGrammar.Window.Select(Windowed).XOr(Dated).Unspoken().Repeated()
        select more.Aggregate(operand, (inner, wrap) => wrap(inner));

    /// <summary>An operand with its sign, such as a value in a list.</summary>
    public static readonly Parser<ExpressionSyntax> Signed =
        Tokens.Symbol("-").Unspoken().Then(_ => Rules.Lazy(() => Signed!))
            .Node((operand, span) => (ExpressionSyntax)new UnaryExpression(UnaryOperator.Negate, operand, span))
        .XOr(Postfix);

    /// <summary>A number, rows or a set, but not a condition: what comparisons compare and targets name.</summary>
    public static readonly Parser<ExpressionSyntax> Value = Arithmetic.Aggregate(Signed, (operand, level) => level.Over(operand));

    private static readonly Parser<ExpressionSyntax> Comparison =
        from left in Value
        from wrap in Comparisons.Once(Value).XOr(MembershipGrammar.In).XOr(MembershipGrammar.Is)
            .Labelled("an operator").XOr(Parse.Return<Func<ExpressionSyntax, ExpressionSyntax>>(e => e))
        select wrap(left);

    private static readonly Parser<ExpressionSyntax> Not =
        Tokens.Word("not").Unspoken().Then(_ => Rules.Lazy(() => Not!))
            .Node((operand, span) => (ExpressionSyntax)new UnaryExpression(UnaryOperator.Not, operand, span))
        .XOr(Comparison);

    private static readonly Parser<ExpressionSyntax> Condition = Or.Over(And.Over(Not));

    private static readonly Parser<ExpressionSyntax> If =
        (from _ in Tokens.Word("if").Unspoken()
         from condition in Condition
         from then in Tokens.Word("then")
         from whenTrue in Rules.Lazy(() => Plain!)
         from otherwise in Tokens.Word("else")
         from whenFalse in Rules.Lazy(() => Plain!)
         select (condition, whenTrue, whenFalse))
        .Node((x, span) => (ExpressionSyntax)new IfExpression(x.condition, x.whenTrue, x.whenFalse, span));

    /// <summary>Without <c>where</c>.</summary>
    public static readonly Parser<ExpressionSyntax> Plain = If.XOr(Condition);

    /// <summary>Any expression, as on the right of <c>=</c>, in parentheses and in arguments.</summary>
    public static readonly Parser<ExpressionSyntax> Expression =
        from operand in Plain
        from conditions in Tokens.Word("where").Then(_ => Plain).Repeated()
        select conditions.Aggregate(operand, (rows, condition) => new WhereExpression(rows, condition));

    private static Parser<Func<ExpressionSyntax, ExpressionSyntax>> Dated =>
        from _ in Tokens.Word("dated")
        from time in PathGrammar.Path
        select (Func<ExpressionSyntax, ExpressionSyntax>)(rows => new DatedExpression(rows, time));

    private static Func<ExpressionSyntax, ExpressionSyntax> Windowed(WindowSyntax window) => operand => new WindowExpression(operand, window);
}
