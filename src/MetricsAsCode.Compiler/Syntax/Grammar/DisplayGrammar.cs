using Sprache;

namespace MetricsAsCode.Compiler.Syntax.Grammar;

/// <summary>How a value is shown: <c>percent</c>, <c>money</c>, <c>score of 5</c>, <c>per 1000</c>.</summary>
internal static class DisplayGrammar
{
    private static readonly string[] Words = ["percent", "ratio", "points", "count", "number", "money", "duration"];

    private static readonly Parser<DisplaySyntax> Score =
        WithBase("score", Tokens.Word("of").Then(_ => NumberGrammar.Plain));

    private static readonly Parser<DisplaySyntax> Per = WithBase("per", NumberGrammar.Plain);

    public static readonly Parser<DisplaySyntax> Display =
        Tokens.WordOf(Words).Select(word => new DisplaySyntax(word, null, word.Span)).XOr(Score).XOr(Per)
        .Labelled("`percent`, `ratio`, `points`, `count`, `number`, `money`, `duration`, `score of 5` or `per 1000`");

    /// <summary>The base of a bare <c>score</c> is left out.</summary>
    private static Parser<DisplaySyntax> WithBase(string word, Parser<NumberExpression> number) =>
        (from keyword in Tokens.WordOf([word])
         from divisor in word == "score" ? number.OrNull() : number
         select (keyword, divisor))
        .Node((x, span) => new DisplaySyntax(x.keyword, x.divisor, span));
}
