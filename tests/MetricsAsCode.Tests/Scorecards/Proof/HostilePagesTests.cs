using System.Text.RegularExpressions;
using System.Xml.Linq;
using FsCheck;
using FsCheck.Fluent;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using MetricsAsCode.Scorecards;
using MetricsAsCode.Scorecards.Markdown;
using MetricsAsCode.Scorecards.Model;
using MetricsAsCode.Scorecards.Pictures;
using MetricsAsCode.Tests.Scorecards.Proof;

namespace MetricsAsCode.Tests.Scorecards;

/// <summary>Whatever stands in the texts of a scorecard, the page has the blocks, links and HTML that it has with harmless ones.</summary>
public partial class HostilePagesTests
{
    private static readonly string[] Pieces =
    [
        "|", "||", "`", "```", "~~~", "\n", "\r\n\r\n", "\u2028", "\0", "\t", "    ", " ", "<b>", "</details>", "<summary>", "<!--", "-->", "<img src=x onerror=alert(1)>", "<https://evil.example>", "](javascript:alert(1))",
        "[a](b)", "![a](b)", "[a]: b", "[^1]", "*", "**", "_", "~~", "\\", "$", "$$", "&amp;", "&lt;", "&#124;", "@everyone", "#123", "GH-7", "!5", "https://evil.example", "www.evil.example", "mailto:a@b.example", ":smile:", "{{title}}",
        "---", "===", "# ", "1. ", "- [ ] ", "> ", "+ ", "| - |", "\u202E", "\u200F", "\u2066", "\u200B", "\u200D", "\uFEFF", "\uD83D", "🛒", "👩‍👩‍👧", "क्षि", "שלום", "\"", "'", ";", "%%", "end", "]", "[", "(", ")", "!", "a", "B7", "é", ".", ":", "-",
    ];

    private static readonly ScorecardModel Whole = WholeScorecard.Build();

    private static readonly string Harmless = Shape(Page(Texts.Replaced(Whole, static (property, old) => IsOurs(property.Name) ? old : "harmless")));

    public static TheoryData<string> Hostile =>
    [
        "a | b || c", "`code`", "```\nfence", "~~~", "<script>alert(1)</script>", "</details><img src=x onerror=alert(1)>", "line\nbreak\r\n\r\n# heading", "](javascript:alert(1))", "[click](https://evil.example)", "![x](https://evil.example/x.png)",
        "https://evil.example", "www.evil.example", "\u202Eesrever", "x\u200By", "| --- | --- |", "***", "---", "> quote", "1. one", "- [ ] task", "$$x$$", "{{title}}", "{{{title}}}", "&lt;b&gt;", "<!--", "\\", "@everyone", "#123", "a\0b", "*a", "_b_", "🛒",
        "[a]: https://evil.example", "a\\", "**", "**a**", "\"];\nclick s0 \"https://evil.example\"", new string('x', 10_000), new string('|', 10_000), new string('`', 1_000), new string('[', 1_000), new string('*', 1_000), new string('<', 1_000),
    ];

    [Theory]
    [MemberData(nameof(Hostile))]
    public void A_hostile_text_everywhere(string text) => ShouldBeAsHarmless(Texts.Replaced(Whole, (property, old) => IsOurs(property.Name) ? old : text));

    [Fact]
    public void Any_texts_anywhere()
    {
        var texts = Gen.Elements(Pieces).ArrayOf().Where(static p => p.Length is > 0 and < 12).Select(static p => string.Concat(p)).Where(static t => MarkdownText.Escape(t).Length > 0);
        Prop.ForAll(texts.ArrayOf(5).ToArbitrary(), static some =>
        {
            var next = 0;
            ShouldBeAsHarmless(Texts.Replaced(Whole, (property, old) => IsOurs(property.Name) ? old : some[next++ % some.Length]));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(50));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("\n")]
    [InlineData("\0")]
    [InlineData("\u200D")]
    public void A_text_that_shows_nothing_breaks_nothing(string text)
    {
        var page = Page(Texts.Replaced(Whole, (property, old) => IsOurs(property.Name) ? old : text));
        PageChecks.BrokenTables(page).ShouldBeEmpty();
        PageChecks.ForeignHtml(page).ShouldBeEmpty();
        MarkdownReading.Read(page).Descendants<HeadingBlock>().Count().ShouldBeGreaterThan(5);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("//evil.example")]
    [InlineData("https://evil.example")]
    [InlineData("x) <b>|\n# a [y](z")]
    [InlineData("\\\\evil.example\\x")]
    public void An_address_of_the_model_stays_a_path(string address)
    {
        var page = Page(Texts.Replaced(Whole, (property, old) => property.Name == nameof(LinkModel.Address) ? address : old));
        MarkdownReading.Read(page).Descendants<LinkInline>().Where(static l => !l.IsImage).ShouldAllBe(static l => !l.Url!.StartsWith('/') && !l.Url.StartsWith('\\') && !l.Url.Contains(':'));
        PageChecks.BrokenTables(page).ShouldBeEmpty();
        PageChecks.ForeignHtml(page).ShouldBeEmpty();
    }

    [Fact]
    public void Nobody_is_notified_and_nothing_is_referred_to()
    {
        var page = Page(Texts.Replaced(Whole, static (property, old) => IsOurs(property.Name) ? old : "see #12, GH-12, shop/app#12, !12, &12 @team (@you) #12"));
        var texts = string.Join('\n', MarkdownReading.Read(page).Descendants<Block>().OfType<LeafBlock>().Where(static b => b.Inline is not null && !b.Inline.Descendants<CodeInline>().Any()).Select(static b => MarkdownReading.TextOf(b.Inline!)));
        texts.ShouldContain("\u2060");
        texts.ShouldNotMatch(@"[#!&]\d|GH-\d|@[a-z]");
    }

    // Addresses are made by us; what they could be otherwise is tested by itself.
    private static bool IsOurs(string property) => property is nameof(LinkModel.Address);

    private static void ShouldBeAsHarmless(ScorecardModel model)
    {
        var drawn = ScorecardPictures.Draw(model);
        var page = MarkdownScorecard.Render(drawn.Model);
        Difference(Shape(page), Harmless).ShouldBeNull();
        PageChecks.BrokenTables(page).ShouldBeEmpty();
        PageChecks.ForeignHtml(page).ShouldBeEmpty();
        foreach (var picture in drawn.Pictures)
            XDocument.Parse(picture.Svg).Descendants().ShouldAllBe(static e => e.Name.LocalName != "script" && e.Name.LocalName != "foreignObject" && e.Attributes().All(static a => !a.Name.LocalName.StartsWith("on", StringComparison.Ordinal)));
    }

    /// <summary>Where two shapes begin to differ; null when they do not.</summary>
    private static string? Difference(string shape, string harmless)
    {
        var at = shape.AsSpan().CommonPrefixLength(harmless);
        return at == shape.Length && at == harmless.Length ? null : $"{shape[Math.Max(0, at - 200)..Math.Min(shape.Length, at + 100)]}\n   instead of {harmless[at..Math.Min(harmless.Length, at + 100)]}";
    }

    // Names are part of the pictures' addresses, of which nothing but letters, digits and a few signs is left.
    private static string Shape(string page) => Picture().Replace(MarkdownReading.Shape(page), "picture");

    [GeneratedRegex(@"(?<=LinkInline\()[A-Za-z0-9_-]+/[A-Za-z0-9_-]+\.svg(?=\))")]
    private static partial Regex Picture();

    private static string Page(ScorecardModel model) => MarkdownScorecard.Render(ScorecardPictures.Draw(model).Model);
}
