using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Scorecards;
using MetricsAsCode.Scorecards.Model;
using MetricsAsCode.Scorecards.Pictures;
using MetricsAsCode.Scorecards.Pictures.Charts;
using MetricsAsCode.Scorecards.Pictures.Svg;

namespace MetricsAsCode.Tests.Scorecards.Pictures;

public class ScorecardPicturesTests
{
    [Fact]
    public void A_scorecard_refers_to_each_of_its_pictures()
    {
        var drawn = ScorecardPictures.Draw(ShopScorecard.Build());
        drawn.Pictures.Select(static p => p.Name).ShouldBe(["shop-q1/north_star.svg", "shop-q1/objective-growth.svg", "shop-q1/trends-growth.svg", "shop-q1/metrics.svg"]);
        var page = MarkdownScorecard.Render(drawn.Model);
        foreach (var picture in drawn.Pictures)
            page.ShouldContain($"]({picture.Name})");
    }

    [Fact]
    public void Without_pictures_the_page_refers_to_none() => MarkdownScorecard.Render(ShopScorecard.Build()).ShouldNotContain(".svg");

    [Fact]
    public void The_same_scorecard_gives_the_same_bytes()
    {
        var (one, other) = (ScorecardPictures.Draw(ShopScorecard.Build()), ScorecardPictures.Draw(ShopScorecard.Build()));
        one.Pictures.ShouldBe(other.Pictures, ignoreOrder: false);
        one.Pictures.ShouldAllBe(static p => !p.Svg.Contains('\r') && p.Svg.EndsWith("</svg>\n"));
    }

    [Fact]
    public void Every_picture_is_told_in_words_and_has_colours_for_the_dark()
    {
        foreach (var picture in ScorecardPictures.Draw(ShopScorecard.Build()).Pictures)
        {
            var svg = SvgReading.Read(picture.Svg);
            svg.Attribute("role")!.Value.ShouldBe("img");
            svg.Elements().Take(2).Select(static e => e.Name.LocalName).ShouldBe(["title", "desc"]);
            svg.Elements().Take(2).ShouldAllBe(static e => e.Value.Length > 10);
            picture.Svg.ShouldContain("prefers-color-scheme:dark");
        }
    }

    [Fact]
    public void The_pictures_of_a_whole_scorecard_read_well()
    {
        foreach (var picture in ScorecardPictures.Draw(ShopScorecard.Build()).Pictures)
            picture.Svg.ShouldBeApproved(Path.GetFileNameWithoutExtension(picture.Name));
    }

    [Fact]
    public void Two_parts_of_one_name_have_two_files()
    {
        var names = new PictureNames("shop-q1");
        (names.Next("funnel", "visit"), names.Next("funnel", "Visit"), names.Next("metrics")).ShouldBe(("shop-q1/funnel-visit.svg", "shop-q1/funnel-Visit-2.svg", "shop-q1/metrics.svg"));
        names.Next("funnel", "../../etc/passwd").ShouldBe("shop-q1/funnel-______etc_passwd.svg");
    }

    [Theory]
    [MemberData(nameof(HostileTexts))]
    public void Hostile_text_stays_text_and_inside(string text)
    {
        var svgs = new[]
        {
            TrendChart.Of(text, TrendPictureTests.Trend(1, 2)).Svg,
            DrawnObjective.Draw(new FakeEngine(Shop.HalfOfQ1).With("m", "2026-Q1", 0.5), Shop.KeyResult(Shop.Metric("m"), new AtLeast(0.8m), text)),
            FunnelChart.Of(new FunnelModel("f", text, text, new("a:1", "a#L1"), text, [new(text, new(1, text), new(1, text), new(1, text), new(1, text), new(1, text))], text))!.Value.Svg,
            CohortHeatMap.Of(new CohortModel("c", text, text, new("a:1", "a#L1"), "month", [0], [new(text, new(1, text), [new(0.5, text, null, 1)])]))!.Value.Svg,
        };
        foreach (var svg in svgs)
        {
            var root = SvgReading.Read(svg);
            root.Descendants().Select(static e => e.Name.LocalName).Distinct().ShouldBeSubsetOf(["title", "desc", "style", "rect", "text", "circle", "path"]);
            root.Descendants().SelectMany(static e => e.Attributes()).Select(static a => a.Name.LocalName).ShouldNotContain("href");
            svg.Where(static c => c is '\u202E' or '\u2067' or '\u200B' or '\0').ShouldBeEmpty();
            svg.Length.ShouldBeLessThan(16_000);
            foreach (var words in root.Elements().Where(static e => e.Name.LocalName == "text"))
                Width(words).ShouldBeLessThanOrEqualTo(SvgCanvas.Width - (2 * SvgCanvas.Margin) + 0.1);
        }
    }

    [Theory]
    [MemberData(nameof(HostileTexts))]
    public void Hostile_text_leaves_a_page_with_pictures_as_it_is(string text)
    {
        var pages = new[] { text, "harmless" }.Select(static t => MarkdownScorecard.Render(ScorecardPictures.Draw(HostileTextTests.Model(t)).Model)).ToArray();
        MarkdownReading.Shape(pages[0]).ShouldBe(MarkdownReading.Shape(pages[1]));
        pages[1].ShouldContain(".svg)");
    }

    public static TheoryData<string> HostileTexts() =>
    [
        "a | b || c", "`code` ```", "<script>alert(1)</script>", "]]></style><image href=\"x\"/>", "\"/><text onload=\"alert(1)", "line\nbreak\r\n\tand tab", "](javascript:alert(1))",
        "\u202Eabc\u2067def\u200Bghi", "null \0 bell \a \uFFFE \uFFFF", "half \uD83D surrogate \uDE00", "&amp; &lt; &#60; &nope;", new string('x', 10_000), new string('W', 10_000), "שלום עולם " + "नमस्ते 👩‍👩‍👧",
        string.Concat(Enumerable.Repeat("a\u0301\u0302", 5_000)),
    ];

    private static double Width(System.Xml.Linq.XElement words)
    {
        var isBold = ((string?)words.Attribute("class"))?.Split(' ').Contains("h") ?? false;
        return TextWidth.Of(words.Value, isBold ? SvgCanvas.Heading : SvgCanvas.Letter, isBold);
    }
}
