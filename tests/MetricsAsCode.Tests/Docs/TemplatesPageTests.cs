using System.Text.RegularExpressions;
using MetricsAsCode.Compiler.Text;
using MetricsAsCode.Scorecards;
using MetricsAsCode.Scorecards.Markdown;
using MetricsAsCode.Scorecards.Templating;
using MetricsAsCode.Tests.Scorecards;

namespace MetricsAsCode.Tests.Docs;

public sealed partial class TemplatesPageTests
{
    private const string Page = "docs/templates.md";
    private const string Generated = "## All that a template can name\n\n";

    [Fact]
    public void Docs_list_all_that_a_template_can_name()
    {
        Update(page => page[..(page.IndexOf(Generated, StringComparison.Ordinal) + Generated.Length)] + TemplatesPage.Write());
        Repository.Read(Page).ShouldEndWith("\n" + Generated + TemplatesPage.Write());
    }

    [Fact]
    public void Every_field_says_what_it_means() =>
        TemplatesPage.Models.SelectMany(TemplateShape.PropertiesOf).Where(f => TemplatesPage.Meaning(f).Length == 0).Select(f => $"{f.DeclaringType!.Name}.{f.Name}").ShouldBeEmpty();

    [Fact]
    public void The_example_gives_what_stands_below_it()
    {
        Update(page => Example().Replace(page, m => $"{m.Groups[1].Value}{Rendered(m.Groups[2].Value)}{m.Groups[4].Value}", 1));
        var example = Example().Match(Repository.Read(Page));
        example.Success.ShouldBeTrue();
        example.Groups[3].Value.ShouldBe(Rendered(example.Groups[2].Value));
    }

    private static string Rendered(string text)
    {
        var template = HandlebarsTemplate.Read(new SourceText("monday.hbs", text));
        var (module, scorecard) = ShopScorecard.Declare();
        template.Check(module).ShouldBeEmpty();
        module = module with { Product = module.Product with { Vision = "The shop that people miss on holiday", Values = ["Fresh today", "No queue"] } };
        return MarkdownScorecard.Render(ScorecardBuilder.Build(module, scorecard, ShopScorecard.Engine(), ShopScorecard.Path, template: template), template);
    }

    private static void Update(Func<string, string> rewritten)
    {
        if (Environment.GetEnvironmentVariable("METRICS_UPDATE_DOCS") == "1")
            File.WriteAllText(Repository.PathOf(Page), rewritten(Repository.Read(Page)));
    }

    [GeneratedRegex("(```handlebars\n(.*?)```\n.*?```markdown\n)(.*?)(```)", RegexOptions.Singleline)]
    private static partial Regex Example();
}
