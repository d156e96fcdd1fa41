using System.Collections.Immutable;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Scorecards;
using MetricsAsCode.Scorecards.Markdown;

namespace MetricsAsCode.Tests.Scorecards;

/// <summary>Every name, label, description, formula and group is the same hostile text; the page keeps its shape.</summary>
public class HostileTextTests
{
    public static TheoryData<string> Texts() =>
    [
        "a | b || c", "`code`", "```\nfence", "<script>alert(1)</script>", "</details><img src=x onerror=alert(1)>", "line\nbreak\r\n\r\n# heading", "](javascript:alert(1))",
        "[click](https://evil.example)", "![x](https://evil.example/x.png)", "https://evil.example", "www.evil.example", "\u202Eesrever", "| --- | --- |", "***", "---", "> quote", "1. one", "- [ ] task",
        "$$x$$", "{{title}}", "{{{title}}}", "&lt;b&gt;", "<!--", "\\", "~~~", "@everyone", "a\0b", "*a", "_b_", new string('x', 10_000), new string('|', 10_000), new string('`', 10_000),
    ];

    [Theory]
    [MemberData(nameof(Texts))]
    public void Hostile_text_leaves_the_page_as_it_is(string text) =>
        MarkdownReading.Shape(Page(text)).ShouldBe(MarkdownReading.Shape(Page("harmless")));

    [Theory]
    [MemberData(nameof(Texts))]
    public void Every_table_stays_rectangular(string text)
    {
        var page = Page(text);
        var tables = page.Split("\n\n").Where(static block => block.StartsWith('|')).ToArray();
        tables.Length.ShouldBe(MarkdownReading.Tables(page).Count());
        foreach (var table in tables)
            table.TrimEnd('\n').Split('\n').Select(static line => line.Count(static c => c == '|')).Distinct().Count().ShouldBe(1);
        foreach (var row in MarkdownReading.Tables(page).SelectMany(static t => t.Cast<TableRow>()))
            row.Count.ShouldBe(((Table)row.Parent!).ColumnDefinitions.Count);
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Links_lead_to_definitions_only(string text)
    {
        var page = MarkdownReading.Read(Page(text));
        page.Descendants<LinkInline>().ShouldAllBe(static link => link.Url!.StartsWith("../../metrics-defs/shop/shop.metrics#L", StringComparison.Ordinal) && !link.IsImage);
        page.Descendants<AutolinkInline>().ShouldBeEmpty();
        page.Descendants<HtmlInline>().Select(static h => h.Tag).Distinct().ShouldBe(["<br>"]);
    }

    [Fact]
    public void A_template_that_indents_its_parts_and_writes_raw_is_as_safe()
    {
        var template = HandlebarsTemplate.Parse("own.hbs", "  {{> overview}}\n\n{{{title}}} {{title}}\n");
        var page = MarkdownScorecard.Render(Model("<b>|</b>"), template);
        page.ShouldNotContain("<b>");
        page.ShouldContain("&lt;b&gt;&#124;&lt;/b&gt; &lt;b&gt;&#124;&lt;/b&gt;");
    }

    private static string Page(string text) => MarkdownScorecard.Render(Model(text));

    internal static MetricsAsCode.Scorecards.Model.ScorecardModel Model(string text)
    {
        var (module, scorecard) = ShopScorecard.Declare();
        var country = ((ShowOneMetric)scorecard.Items[^1]).By!;
        var evil = new MetricSymbol("shop", "evil", text, text, text, Shop.Line(3)) { Unit = Unit.Ratio };
        (evil.Owner, evil.Tags) = (text, [text]);
        var keyResult = Shop.KeyResult(evil, new AtLeast(0.5m), text, owner: text, supporting: [evil], strategies: [text]);
        var objective = new ObjectiveSymbol("shop", "growth", text, text, null, text, [keyResult], [new InitiativeSymbol(text, [keyResult.Name], Shop.Line(1))], Shop.Line(2));
        var product = module.Product with { Goal = text, Label = text, Vision = text, NorthStar = evil };
        ImmutableArray<ScorecardItem> items = [new ShowNorthStar(), new ShowObjectives(), new ShowOneMetric(evil, null, null), new ShowOneMetric(evil, country, 3)];
        var engine = new FakeEngine(Shop.HalfOfQ1).With("evil", "2026-Q1", 0.25, 9, text).With("evil", "2025-10", 0.2).With("evil", "2026-01", 0.1)
            .WithGroup("evil", "customers.country", text, 0.5, 4).WithGroup("evil", "customers.country", "other", 0.5, 4, isOther: true).WithGroup("evil", "customers.country", null, 0.1, 2);
        return ScorecardBuilder.Build(module with { Product = product, Metrics = [evil], Objectives = [objective] }, scorecard with { Label = text, Description = text, Items = items }, engine, ShopScorecard.Path);
    }
}
