using Sprache;

namespace MetricsAsCode.Compiler.Syntax.Grammar;

/// <summary>
/// <c>expect churn_rate = 50%</c>, <c>expect revenue by customers.country [Germany] = 30 USD within 0.1%</c>,
/// <c>expect growth.revenue status = on_track</c>, <c>expect csat response_rate = 31%</c>, <c>expect aov caveat "…"</c>, <c>expect csat = no value</c>.
/// </summary>
internal static class ExpectGrammar
{
    private static readonly Parser<ExpressionSyntax> Group =
        from open in Tokens.Symbol("[")
        from member in OperandGrammar.Literal
        from close in Tokens.Symbol("]")
        select member;

    private static readonly Parser<Outcome> Caveat =
        from word in Tokens.WordOf(["caveat"])
        from text in Tokens.Text
        select new Outcome(word, text, null);

    private static readonly Parser<Outcome> NoValue = Tokens.Phrase("no value").Select(_ => new Outcome(null, null, null));

    private static readonly Parser<Outcome> Value =
        from value in ExpressionGrammar.Value
        from within in Tokens.Word("within").Then(_ => NumberGrammar.Number).OrNull()
        select new Outcome(null, value, within);

    private static readonly Parser<Outcome> Equal =
        from aspect in Tokens.WordOf(["score", "status", "target", "response_rate", "low", "high"]).OrNull()
        from assign in Tokens.Symbol("=")
        from outcome in NoValue.Unspoken().XOr(Value)
        select outcome with { Aspect = aspect };

    public static readonly Parser<ExpectSyntax> Expect =
        (from _ in Tokens.Word("expect")
         from subject in PathGrammar.Path
         from dimension in Tokens.Word("by").Then(_ => PathGrammar.Path).OrNull()
         from member in Group.Unspoken().OrNull()
         from outcome in Caveat.XOr(Equal)
         select (subject, dimension, member, outcome))
        .Node((x, span) => new ExpectSyntax(x.subject, x.dimension, x.member, x.outcome.Aspect, x.outcome.Value, x.outcome.Within, span));

    private sealed record Outcome(Identifier? Aspect, ExpressionSyntax? Value, NumberExpression? Within);
}
