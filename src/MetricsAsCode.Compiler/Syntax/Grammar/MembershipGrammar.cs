using Sprache;

namespace MetricsAsCode.Compiler.Syntax.Grammar;

using Wrap = Func<ExpressionSyntax, ExpressionSyntax>;

/// <summary><c>in [a, b]</c>, <c>not in 1..5</c>, <c>in SET</c>, <c>is missing</c>, <c>is known</c>.</summary>
internal static class MembershipGrammar
{
    private static readonly Parser<ExpressionSyntax> List =
        (from open in Tokens.Symbol("[")
         from items in Rules.Lazy(() => ExpressionGrammar.Signed).BetweenCommas()
         from close in Tokens.Symbol("]")
         select items)
        .Node((items, span) => (ExpressionSyntax)new ListExpression(items, span));

    /// <summary>What a source's column may hold: a list or a range.</summary>
    public static readonly Parser<ExpressionSyntax> Closed =
        List.XOr(
            from low in Rules.Lazy(() => ExpressionGrammar.Signed)
            from _ in Tokens.Symbol("..")
            from high in Rules.Lazy(() => ExpressionGrammar.Signed)
            select RangeOf(low, high))
        .Labelled("a list such as `[a, b]` or a range such as `1..5`");

    private static readonly Parser<ExpressionSyntax> Choices =
        List.XOr(
            from low in Rules.Lazy(() => ExpressionGrammar.Value)
            from high in Tokens.Symbol("..").Unspoken().Then(_ => Rules.Lazy(() => ExpressionGrammar.Value)).OrNull()
            select high is null ? low : RangeOf(low, high))
        .Labelled("a list such as `[a, b]`, a range such as `1..5` or a set");

    public static readonly Parser<Wrap> In =
        from negated in Tokens.Phrase("not in").Select(_ => true).XOr(Tokens.Word("in").Select(_ => false))
        from choices in Choices
        select (Wrap)(operand => new InExpression(operand, negated, choices));

    public static readonly Parser<Wrap> Is =
        (from _ in Tokens.Word("is")
         from missing in Tokens.Word("missing").Select(_ => true).XOr(Tokens.Word("known").Select(_ => false))
         select missing)
        .Node((missing, span) => (Wrap)(operand => new IsExpression(operand, missing, operand.Span.To(span))));

    /// <summary>Two periods with <c>..</c> between are one period.</summary>
    private static ExpressionSyntax RangeOf(ExpressionSyntax low, ExpressionSyntax high) =>
        (low, high) is (PeriodExpression { Period: UnitPeriod first }, PeriodExpression { Period: UnitPeriod last })
            ? new PeriodExpression(new RangePeriod(first, last))
            : new RangeExpression(low, high);
}
