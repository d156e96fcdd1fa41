using MetricsAsCode.Compiler.Syntax.Lexing;
using MetricsAsCode.Compiler.Text;
using Sprache;

namespace MetricsAsCode.Compiler.Syntax.Grammar;

/// <summary>Dates, periods, ranges of them, <c>this month</c> and <c>last quarter</c>. A bare year is a period where one is due and a number elsewhere.</summary>
internal static class PeriodGrammar
{
    public static readonly Parser<GrainSyntax> Grain = Tokens.WordOf(Grains.Words)
        .Select(word => new GrainSyntax(Grains.Of(word.Text), word.Span))
        .Labelled("`day`, `week`, `month`, `quarter` or `year`");

    /// <summary>A date or a period other than a bare year.</summary>
    public static readonly Parser<UnitPeriod> Unit =
        Tokens.One("a period such as `2026-Q3`", t => t.Kind == TokenKind.Period).Select(t => t.Period!);

    public static readonly Parser<PeriodSyntax> Date =
        Tokens.One("a date such as `2026-07-01`", t => t.Period?.Grain == Syntax.Grain.Day).Select(t => (PeriodSyntax)t.Period!);

    public static readonly Parser<PeriodSyntax> Relative =
        RelativeTo("this", 0).XOr(RelativeTo("last", -1)).Unspoken();

    private static readonly Parser<UnitPeriod> Year =
        Tokens.One("a period such as `2026-Q3`", IsYear).Select(t => PeriodLiteral.ReadYear(t.Value, t.Span));

    public static readonly Parser<PeriodSyntax> Period =
        (from first in Unit.XOr(Year)
         from last in Tokens.Symbol("..").Unspoken().Then(_ => Unit.XOr(Year)).OrNull()
         select last is null ? (PeriodSyntax)first : new RangePeriod(first, last))
        .XOr(Relative);

    /// <summary>Both words or nothing: <c>last(x)</c> is a function, and a column may be called <c>this</c>.</summary>
    private static Parser<PeriodSyntax> RelativeTo(string word, int offset) => input =>
    {
        var place = (TokenInput)input;
        return place.Ahead(1) is { Kind: TokenKind.Name } next && Grains.IsSingular(next.Value)
            ? Tokens.Word(word).Then(_ => Grain).Node((grain, span) => (PeriodSyntax)new RelativePeriod(offset, grain.Grain, span))(input)
            : Tokens.Fail<PeriodSyntax>(place, Expectation.OfWord(word));
    };

    private static bool IsYear(Token token) =>
        token is { Kind: TokenKind.Number, Span.Length: 4 } && token.Value.All(Characters.IsDigit) && token.Value.Length == 4 && token.Value != "0000";
}
