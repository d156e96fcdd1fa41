using MetricsAsCode.Compiler.Syntax.Outlining;
using MetricsAsCode.Compiler.Text;
using Sprache;

namespace MetricsAsCode.Compiler.Syntax.Grammar;

/// <summary><c>product "Blinkit" { … }</c></summary>
internal static class ProductGrammar
{
    private static readonly string[] Days = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

    private static readonly string[] Months =
    [
        "january", "february", "march", "april", "may", "june",
        "july", "august", "september", "october", "november", "december",
    ];

    private static readonly Parser<TextExpression> Header = Tokens.Word("product").Then(_ => Tokens.Text);

    private static readonly MemberTable<ProductMember> Members = new(
        "product",
        TextMember("goal"),
        TextMember("vision"),
        TextMember("value", mayRepeat: true),
        TextMember("timezone"),
        WordMember("currency", Tokens.Currency),
        TextMember("locale"),
        WordMember("week", Starts(Days, "a day such as `monday`")),
        WordMember("year", Starts(Months, "a month such as `april`")),
        MemberRule<ProductMember>.Line(
            "as of", Tokens.Word("from").Then(_ => PathGrammar.Path.BetweenCommas()), (sources, span) => new ProductAsOf(sources, span)),
        MemberRule<ProductMember>.Line("north star", PathGrammar.Path, (metric, span) => new ProductNorthStar(metric, span)),
        Threshold("on track"),
        Threshold("at risk"));

    public static ProductDeclaration Read(Member member, Reading reading)
    {
        var label = reading.Header(member, Header);
        reading.NeedsBlock(member, label is not null);
        return new ProductDeclaration(
            member.NameAt(0)!,
            label ?? new TextExpression("", member.HeaderSpan.After),
            Members.Read(member.Body, reading),
            member.Description,
            member.Span);
    }

    private static Parser<Identifier> Starts(string[] words, string label) =>
        Tokens.Word("starts").Then(_ => Tokens.WordOf(words).Labelled(label));

    private static MemberRule<ProductMember> TextMember(string keyword, bool mayRepeat = false) =>
        MemberRule<ProductMember>.Line(keyword, Tokens.Text, (text, span) => new ProductText(Keyword(keyword, span), text, span), mayRepeat);

    private static MemberRule<ProductMember> WordMember(string keyword, Parser<Identifier> value) =>
        MemberRule<ProductMember>.Line(keyword, value, (word, span) => new ProductWord(Keyword(keyword, span), word, span));

    private static MemberRule<ProductMember> Threshold(string status) =>
        MemberRule<ProductMember>.Line(status, NumberGrammar.Number, (value, span) => new ProductThreshold(status, value, span));

    private static Identifier Keyword(string word, TextSpan member) => new(word, false, new TextSpan(member.Start, word.Length));
}
