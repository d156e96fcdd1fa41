using System.Globalization;
using MetricsAsCode.Scorecards;
using MetricsAsCode.Scorecards.Markdown;

namespace MetricsAsCode.Tests.Scorecards;

public class MarkdownScorecardTests
{
    [Fact]
    public void A_full_scorecard_reads_well() =>
        MarkdownScorecard.Render(ShopScorecard.Build()).ShouldMatchApproved(c => c.SubFolder("Approved").WithFileExtension("md").WithFilenameGenerator((info, _, type, extension) => $"shop-q1.{type}.{extension}"));

    [Theory]
    [InlineData("de-DE")]
    [InlineData("ar-SA")]
    [InlineData("hi-IN")]
    public void The_machines_culture_changes_nothing(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        var expected = MarkdownScorecard.Render(ShopScorecard.Build());
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            MarkdownScorecard.Render(ShopScorecard.Build()).ShouldBe(expected);
            Render("{{period.elapsed.number}}").ShouldBe("0.5\n");
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void A_page_has_no_trailing_blanks_and_no_two_blank_lines()
    {
        var page = MarkdownScorecard.Render(ShopScorecard.Build());
        page.ShouldNotContain("\n\n\n");
        page.ShouldNotContain("\r");
        page.Split('\n').ShouldAllBe(static line => line.TrimEnd() == line);
    }

    [Fact]
    public void A_product_groups_digits_its_own_way()
    {
        var (module, scorecard) = ShopScorecard.Declare();
        var model = ScorecardBuilder.Build(module with { Product = module.Product with { Locale = "en-IN" } }, scorecard, ShopScorecard.Engine(), ShopScorecard.Path);
        MarkdownScorecard.Render(model).ShouldContain("1,23,456.50 USD");
    }

    [Fact]
    public void A_team_writes_its_own_template_with_the_built_in_parts() =>
        Render("{{title}}\n\n{{> overview}}").ShouldStartWith("Shop, first quarter of 2026\n\n| Objective |");

    [Theory]
    [InlineData("{{nothing}}")]
    [InlineData("{{period.nothing}}")]
    [InlineData("{{#each cards}}{{nothing}}{{/each}}")]
    [InlineData("{{nothing title}}")]
    [InlineData("{{> nothing}}")]
    [InlineData("{{#if title}")]
    [InlineData("{{#if title}}")]
    public void A_template_that_cannot_be_used_is_named(string text) =>
        Should.Throw<ScorecardTemplateException>(() => Render(text)).Message.ShouldStartWith("The template `own.hbs` cannot be used: ");

    private static string Render(string template) => MarkdownScorecard.Render(ShopScorecard.Build(), HandlebarsTemplate.Parse("own.hbs", template));
}
