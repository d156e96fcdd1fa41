using MetricsAsCode.Compiler.Syntax.Lexing;
using Sprache;

namespace MetricsAsCode.Compiler.Syntax.Grammar;

/// <summary>A number and what is written behind it: <c>12</c>, <c>20%</c>, <c>5 points</c>, <c>12 per 1000</c>, <c>500 INR</c>, <c>30 days</c>.</summary>
internal static class NumberGrammar
{
    private static readonly HashSet<string> DurationWords = new(
        new[] { "second", "minute", "hour", "day", "week", "month", "quarter", "year" }.SelectMany(w => new[] { w, w + "s" }),
        StringComparer.Ordinal);

    public static readonly Parser<NumberExpression> Plain =
        Tokens.One("a number", t => t.Kind == TokenKind.Number).Select(t => new NumberExpression(t.Value, NumberForm.Plain, null, t.Span));

    private static readonly Parser<NumberExpression> Percent =
        Tokens.One("a number", t => t.Kind == TokenKind.Percent).Select(t => new NumberExpression(t.Value, NumberForm.Percent, null, t.Span));

    private static readonly Parser<NumberExpression> WithUnit =
        (from number in Plain
         from unit in Unit
         select (number.Digits, unit.Form, unit.Word))
        .Node((n, span) => new NumberExpression(n.Digits, n.Form, n.Word, span));

    public static readonly Parser<NumberExpression> Number = Percent.XOr(WithUnit);

    private static Parser<(NumberForm Form, string? Word)> Unit => input =>
    {
        var place = (TokenInput)input;
        var (form, word, length) = UnitAt(place.Token, place.Ahead(1));
        return Result.Success((form, word), length switch { 0 => input, 1 => input.Advance(), _ => input.Advance().Advance() });
    };

    private static (NumberForm Form, string? Word, int Length) UnitAt(Token? first, Token? second) => first switch
    {
        null => (NumberForm.Plain, null, 0),
        _ when first.IsWord("points") || first.IsWord("point") => (NumberForm.Points, null, 1),
        _ when first.IsWord("per") && second?.Kind == TokenKind.Number => (NumberForm.Per, second.Value, 2),
        _ when Tokens.IsCurrency(first) => (NumberForm.Money, first.Value, 1),
        _ when first.Kind == TokenKind.Name && DurationWords.Contains(first.Value) => (NumberForm.Duration, first.Value, 1),
        _ => (NumberForm.Plain, null, 0),
    };
}
