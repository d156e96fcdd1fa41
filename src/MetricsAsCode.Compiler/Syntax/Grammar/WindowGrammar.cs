using Sprache;

namespace MetricsAsCode.Compiler.Syntax.Grammar;

/// <summary>Windows, behind <c>over</c> and as <c>at start</c> and <c>at end</c>. Those without a number have the count 1.</summary>
internal static class WindowGrammar
{
    /// <summary>A window's form, count and grain; its span comes with the words before it.</summary>
    private sealed record Shape(WindowForm Form, int Count = 1, GrainSyntax? Grain = null);

    private static readonly Parser<Shape> Previous =
        from _ in Tokens.Word("previous")
        from shape in Tokens.Phrase("to date").Unspoken().Select(_ => new Shape(WindowForm.PreviousToDate))
            .XOr(Tokens.WholeNumber.Unspoken().Select(n => new Shape(WindowForm.Previous, n)))
            .XOr(Parse.Return(new Shape(WindowForm.Previous)))
        select shape;

    private static readonly Parser<Shape> SamePeriodLastYear =
        from _ in Tokens.Word("same")
        from period in Tokens.Word("period")
        from last in Tokens.Word("last")
        from year in Tokens.Word("year")
        select new Shape(WindowForm.SamePeriodLastYear);

    private static readonly Parser<Shape> Trailing =
        from _ in Tokens.Word("trailing")
        from count in Tokens.WholeNumber
        from grain in PeriodGrammar.Grain
        select new Shape(WindowForm.Trailing, count, grain);

    private static readonly Parser<Shape> ToDate =
        from grain in PeriodGrammar.Grain
        from _ in Tokens.Word("to")
        from date in Tokens.Word("date")
        select new Shape(WindowForm.ToDate, 1, grain);

    private static readonly Parser<Shape> AllBefore =
        from _ in Tokens.Word("all")
        from before in Tokens.Word("before")
        select new Shape(WindowForm.AllBefore);

    private static readonly Parser<Shape> Ever = Tokens.Word("ever").Select(_ => new Shape(WindowForm.Ever));

    private static readonly Parser<Shape> Over =
        from _ in Tokens.Word("over")
        from shape in Previous.XOr(SamePeriodLastYear).XOr(Trailing).XOr(AllBefore).XOr(Ever).XOr(ToDate)
            .Labelled("a window such as `previous`, `trailing 28 days` or `ever`")
        select shape;

    private static readonly Parser<Shape> At =
        Tokens.Phrase("at start").Select(_ => new Shape(WindowForm.AtStart))
        .XOr(Tokens.Phrase("at end").Select(_ => new Shape(WindowForm.AtEnd)));

    public static readonly Parser<WindowSyntax> Window =
        Over.XOr(At).Node((shape, span) => new WindowSyntax(shape.Form, shape.Count, shape.Grain, span));
}
