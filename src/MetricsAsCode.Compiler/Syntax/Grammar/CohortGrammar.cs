using MetricsAsCode.Compiler.Syntax.Outlining;
using Sprache;

namespace MetricsAsCode.Compiler.Syntax.Grammar;

/// <summary><c>cohort joiners "New customers" by customers starting joined_at returning in delivered</c></summary>
internal static class CohortGrammar
{
    private static readonly string[] Units = ["day", "days", "week", "weeks", "month", "months"];

    private static readonly Parser<Heading> Header =
        from _ in Tokens.Word("cohort")
        from name in Tokens.Name
        from label in Tokens.Text.OrNull()
        from entity in Tokens.Word("by").Then(_ => PathGrammar.Path)
        from starting in Tokens.Word("starting").Then(_ => PathGrammar.Path)
        from returning in Tokens.Phrase("returning in").Then(_ => ExpressionGrammar.Expression)
        select new Heading(label, entity, starting, returning);

    private static readonly Parser<Ends> From =
        from low in NumberGrammar.Plain
        from range in Tokens.Symbol("..").Unspoken().Then(_ => NumberGrammar.Plain.Unspoken().OrNull().Select(high => new Ends(low, high))).OrNull()
        select range ?? new Ends(low, low);

    private static readonly Parser<ExpressionSyntax> Offsets =
        (from grain in PeriodGrammar.Grain
         from ends in From
         select (grain, ends))
        .Node((x, span) => (ExpressionSyntax)new OffsetExpression(x.grain.Grain, x.ends.Low, x.ends.High, span));

    /// <summary>A unit and a number behind it: anything else that begins with the word is an ordinary expression.</summary>
    public static readonly Parser<ExpressionSyntax> Offset = input =>
    {
        var place = (TokenInput)input;
        return place.Token is { Kind: Lexing.TokenKind.Name } word && Array.IndexOf(Units, word.Value) >= 0 && place.Ahead(1)?.Kind == Lexing.TokenKind.Number
            ? Offsets(input)
            : Tokens.Fail<ExpressionSyntax>(place, Expectation.OfWord("days"));
    };

    public static CohortDeclaration? Read(Member member, Reading reading)
    {
        reading.NoBlock(member);
        var read = reading.Header(member, Header);
        return member.NameAt(1) is { } name
            ? new CohortDeclaration(
                name, read?.Label, read?.By, read?.Starting, read?.Returning ?? new ErrorExpression(member.HeaderSpan.After), member.Description, member.HeaderSpan)
            : null;
    }

    private sealed record Heading(TextExpression? Label, PathSyntax By, PathSyntax Starting, ExpressionSyntax Returning);

    private sealed record Ends(NumberExpression Low, NumberExpression? High);
}
