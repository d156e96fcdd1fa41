using MetricsAsCode.Compiler.Diagnostics;
using MetricsAsCode.Compiler.Text;
using MetricsAsCode.Scorecards;
using MetricsAsCode.Scorecards.Markdown;

namespace MetricsAsCode.Tests.Scorecards;

public class TemplateCheckTests
{
    [Theory]
    // Fields: followed through blocks, parts, ../ and `as`.
    [InlineData("{{titel}}", "1:3 MAC8005 A scorecard has no `titel`. Did you mean `title`?")]
    [InlineData("{{product.colour}}", "1:11 MAC8005 A product has no `colour`. It has `goal`, `label`, `values` and `vision`.")]
    [InlineData("{{#each overview}}\n  {{lable}}\n{{/each}}", "2:5 MAC8005 An objective has no `lable`. Did you mean `label`?")]
    [InlineData("{{#each overview}}{{#each keyResults}}{{score.txt}}{{/each}}{{/each}}", "1:47 MAC8005 A figure has no `txt`. Did you mean `text`?")]
    [InlineData("{{#each overview}}{{title}}{{/each}}", "1:21 MAC8005 An objective has no `title`. It belongs to what surrounds it: write `../title`.")]
    [InlineData("{{#each overview}}{{#if ../titel}}x{{/if}}{{/each}}", "1:28 MAC8005 A scorecard has no `titel`. Did you mean `title`?")]
    [InlineData("{{#each overview as |goal|}}{{goal.lable}}{{/each}}", "1:36 MAC8005 An objective has no `lable`. Did you mean `label`?")]
    [InlineData("{{#with period}}{{elapsed.text}}{{nam}}{{/with}}", "1:35 MAC8005 A period has no `nam`. Did you mean `name`?")]
    [InlineData("{{title.length}}", "1:9 MAC8005 A text has no `length`. Write its name alone.")]
    [InlineData("{{#each overview}}{{else}}{{label}}{{/each}}", "1:29 MAC8005 A scorecard has no `label`. It has `cards`, `description`, `freshness`, `link`, `module`, `name`, `named`, `overview`, `period`, `product`, `sections` and `title`.")]
    [InlineData("{{#*inline \"row\"}}{{lable}}{{/inline}}{{#each overview}}{{> row}}{{/each}}", "1:21 MAC8005 An objective has no `lable`. Did you mean `label`?")]
    [InlineData("{{@root.titel}}", "1:9 MAC8005 A scorecard has no `titel`. Did you mean `title`?")]
    [InlineData("{{../title}}", "1:3 MAC8005 `../title` means nothing here: no block surrounds it.")]
    [InlineData("{{#if @first}}x{{/if}}", "1:7 MAC8005 `@first` means nothing here: no `#each` surrounds it.")]
    [InlineData("{{#*inline \"row\"}}{{../title}}{{/inline}}{{#each overview}}{{> row}}{{/each}}", "1:21 MAC8005 `../title` means nothing here: a part does not see what surrounds its use.")]
    [InlineData("{{@frist}}", "1:3 MAC8005 A template has no `@frist`. Did you mean `@first`?")]
    // Metrics.
    [InlineData("{{#with (metric \"retentoin\")}}{{label}}{{/with}}", "1:17 MAC8006 `shop` has no metric `retentoin`. Did you mean `retention`?")]
    [InlineData("{{#with (metric \"orders\")}}{{valeu.text}}{{/with}}", "1:30 MAC8005 A metric has no `valeu`. Did you mean `value`?")]
    [InlineData("{{metric \"orders\"}}", "1:3 MAC8010 `metric \"orders\"` is a metric, no text. Write `{{#with (metric \"orders\")}}` and the fields that are meant.")]
    [InlineData("{{#with (metric title)}}{{label}}{{/with}}", "1:17 MAC8010 `title` is a text. `metric` is written `metric \"NAME\"`.")]
    [InlineData("{{#with (metric)}}{{label}}{{/with}}", "1:9 MAC8003 The parentheses hold no helper with what it takes. Write the name without them.")]
    // Helpers, blocks and parts.
    [InlineData("{{cel title}}", "1:3 MAC8007 There is no helper `cel`. Did you mean `cell`?")]
    [InlineData("{{upper title}}", "1:3 MAC8007 There is no helper `upper`. There are `bar`, `cell`, `code`, `image`, `link`, `mermaid`, `metric`, `shade` and `spark`.")]
    [InlineData("{{cell}}", "1:3 MAC8010 `cell` is a helper, written `cell TEXT`.")]
    [InlineData("{{link title}}", "1:3 MAC8010 `link` is a helper, written `link TEXT ADDRESS`.")]
    [InlineData("{{#with link}}{{place}}{{/with}}", "1:9 MAC8010 `link` is a helper, written `link TEXT ADDRESS`. The field of that name is `this.link`.")]
    [InlineData("{{#eahc overview}}{{label}}{{/eahc}}", "1:4 MAC8007 There is no block `#eahc`. Did you mean `each`?")]
    [InlineData("{{#overview}}{{label}}{{/overview}}", "1:4 MAC8007 There is no block `#overview`. Write `#if`, `#unless`, `#each` or `#with` and what it is about.")]
    [InlineData("{{> perriod}}", "1:5 MAC8008 There is no part `perriod`. Did you mean `period`?")]
    [InlineData("{{> objective}}", "1:5 MAC8010 The part `objective` cannot show a scorecard, which has no `label`. Write behind its name what it is to show.")]
    [InlineData("{{#*inline \"a\"}}{{> b}}{{/inline}}{{#*inline \"b\"}}{{> a}}{{/inline}}{{> a}}", "1:55 MAC8009 The part leads back to itself: `a` -> `b` -> `a`. Use one of them without the other.")]
    [InlineData("{{#*inline \"period\"}}x{{/inline}}", "1:1 MAC8003 There is a part `period` already, which is built in. Give this one another name.")]
    // What a name stands for.
    [InlineData("{{#each overview}}{{score}}{{/each}}", "1:21 MAC8010 `score` is a figure, no text. Write one of its fields, e.g. `score.text`.")]
    [InlineData("{{#each overview}}{{this}}{{/each}}", "1:21 MAC8010 `this` is an objective, no text. Write one of its fields, e.g. `label`.")]
    [InlineData("{{overview}}", "1:3 MAC8010 `overview` is a list, no text. Write `{{#each overview}}`.")]
    [InlineData("{{period.isUnfinished}}", "1:3 MAC8010 `period.isUnfinished` is a yes or no, no text. Write `{{#if period.isUnfinished}}`.")]
    [InlineData("{{#each period}}x{{/each}}", "1:9 MAC8010 `period` is a period, no list. Write `{{#with period}}`.")]
    [InlineData("{{#each overview}}{{bar score}}{{/each}}", "1:25 MAC8010 `score` is a figure. `bar` is written `bar NUMBER`: `score.number`.")]
    [InlineData("{{\"text\"}}", "1:3 MAC8010 `\"text\"` is written as it is. Write it without braces.")]
    // Syntax.
    [InlineData("Hello {{title", "1:7 MAC8002 The tag that begins here is not closed. Write `}}` behind it.")]
    [InlineData("{{#if title}}x", "1:1 MAC8002 The block that begins here is not closed. Write `{{/if}}` behind it.")]
    [InlineData("{{!-- x", "1:1 MAC8002 The comment that begins here is not closed. Write `--}}` behind it.")]
    [InlineData("{{cell \"x}} y", "1:8 MAC8002 The text that begins here is not closed. Write `\"` behind it.")]
    [InlineData("{{cell (cell title}}", "1:8 MAC8002 The parenthesis that begins here is not closed. Write `)` behind it.")]
    [InlineData("x {{/if}}", "1:3 MAC8003 `{{/if}}` closes nothing. Remove it.")]
    [InlineData("{{#if title}}x{{/fi}}", "1:15 MAC8003 `{{/fi}}` closes nothing. The open block is closed by `{{/if}}`.")]
    [InlineData("{{else}}", "1:1 MAC8003 `else` stands outside of a block. Write it between `{{#if x}}` and `{{/if}}`.")]
    [InlineData("{{#if title}}a{{else}}b{{else}}c{{/if}}", "1:24 MAC8003 The `#if` has an `else` already. Keep one, the last.")]
    [InlineData("{{#if}}x{{/if}}", "1:1 MAC8003 `#if` does not say what it is about. Write `{{#if NAME}}`.")]
    [InlineData("{{#if title name}}x{{/if}}", "1:13 MAC8003 `name` is too much here. Remove it.")]
    [InlineData("{{}}", "1:3 MAC8003 The braces hold nothing. Write a name between them.")]
    [InlineData("{{title.}}", "1:3 MAC8003 `title.` is no name. Write names joined by dots, with `../` in front for what surrounds the block.")]
    [InlineData("{{title}}}", "1:8 MAC8003 `{{` is closed by `}}}`. Write as many braces on both sides.")]
    [InlineData("{{title name}}", "1:3 MAC8003 `title` is followed by something, but is no helper. Write one thing in each tag.")]
    [InlineData("{{^title}}x{{/title}}", "1:1 MAC8004 Templates do not have `{{^`. Write `{{else}}` or `{{#unless x}}`.")]
    [InlineData("{{> overview a=1}}", "1:15 MAC8004 Templates do not have `NAME=VALUE`. Give what the tag takes by its place.")]
    [InlineData("{{{{raw}}}}", "1:1 MAC8004 Templates do not have `{{{{`. Write `\\{{` for braces that are written.")]
    public void A_mistake_is_told_at_its_place(string template, string finding) => Findings(template).First().ShouldBe(finding);

    [Fact]
    public void All_mistakes_come_out_together() =>
        Findings("{{titel}}\n{{#if title}\n{{> perriod}}\n{{#each overview}}{{cel label}}{{/each}}").ShouldBe(
        [
            "1:3 MAC8005 A scorecard has no `titel`. Did you mean `title`?",
            "2:1 MAC8002 The tag that begins here is not closed. Write `}}` behind it.",
            "3:5 MAC8008 There is no part `perriod`. Did you mean `period`?",
            "4:21 MAC8007 There is no helper `cel`. Did you mean `cell`?",
        ]);

    [Theory]
    [InlineData("{{! no mistake }}{{!-- {{titel}} --}}\\{{titel}} {{{title}}} {{~title~}} {{./title}} {{this.title}} {{[title]}}", "")]
    [InlineData("{{#each overview}}{{#each keyResults}}{{../label}}{{#if @first}}{{@index}}{{/if}}{{#each needs}}{{../../label}}{{@root.title}}{{/each}}{{/each}}{{/each}}", "")]
    [InlineData("{{#if product.goal}}a{{else if product.vision}}{{product.vision}}{{else}}c{{/if}}", "")]
    [InlineData("{{#with this.link}}{{place}}{{/with}}{{#each overview}}{{#each keyResults}}{{#if metric}}{{cell metric}} {{metric}}{{/if}}{{/each}}{{/each}}", "")]
    [InlineData("{{overview.[0].label}} {{overview.0.label}}", "")]
    [InlineData("{{#each overview as |goal i|}}{{i}} {{goal.label}}{{/each}}", "")]
    [InlineData("{{> northStar (metric \"orders\")}}", "orders")]
    [InlineData("{{#with (metric \"orders\")}}{{value.text}}{{#if trend}}{{spark trend.numbers}}{{/if}}{{/with}}{{#if (metric \"revenue\")}}{{/if}}{{#with (metric \"orders\")}}{{n.text}}{{/with}}", "orders revenue")]
    public void What_is_right_has_no_finding(string template, string metrics)
    {
        Findings(template).ShouldBeEmpty();
        var read = HandlebarsTemplate.Read(new SourceText("own.hbs", template));
        string.Join(' ', read.Metrics).ShouldBe(metrics);
        Should.NotThrow(() => Render(read));
    }

    [Fact]
    public void The_built_in_parts_have_no_finding()
    {
        Findings("{{> scorecard}}").ShouldBeEmpty();
        HandlebarsTemplate.BuiltIn.Check(null).ShouldBeEmpty();
    }

    [Fact]
    public void A_metric_that_is_named_is_computed_and_its_definition_shown()
    {
        var engine = new FakeEngine(Shop.HalfOfQ1).With("orders", "2026-Q1", 7).With("orders", "2025-10-01..2025-11-14", 5);
        var (module, scorecard) = ShopScorecard.Declare();
        var template = HandlebarsTemplate.Parse("own.hbs", "{{#with (metric \"orders\")}}{{label}}: {{value.text}}, {{change.text}} {{../title}}{{/with}} {{#each cards}}{{name}};{{/each}}{{> only}}{{#*inline \"only\"}}{{#with (metric \"orders\")}} {{name}} of {{@root.module}}{{/with}}{{/inline}}");
        var model = ScorecardBuilder.Build(module, scorecard with { Items = [] }, engine, ShopScorecard.Path, template: template);
        template.Render(model).ShouldBe("Orders: 7, ▲ +40.0% Shop, first quarter of 2026 orders; orders of shop");
        engine.Requests.Select(r => r.Metric).Distinct().ShouldBe(["shop.orders"]);
    }

    [Fact]
    public void What_is_missing_today_writes_nothing() =>
        Render(HandlebarsTemplate.Parse("own.hbs", "[{{product.vision}}{{sections.[0].funnel.label}}{{#with (metric \"order_growth\")}}{{trend.first}}{{/with}}]")).ShouldBe("[]");

    [Fact]
    public void A_template_is_bounded()
    {
        Findings(new string('x', HandlebarsTemplate.LongestTemplate + 1)).ShouldBe(["1:1 MAC8011 The template has more than 262,144 characters. Leave out what no scorecard needs."]);
        Findings(string.Concat(Enumerable.Repeat("{{#if title}}", 20_000))).ShouldBe(["1:417 MAC8011 Blocks stand in each other more than 32 deep. Make parts of them."]);
        Findings("{{cell " + new string('(', 50_000) + "}}").ShouldHaveSingleItem().ShouldStartWith("1:16 MAC8011 Parentheses stand in each other more than 8 deep.");
        var doubling = string.Concat(Enumerable.Range(0, 40).Select(static i => $"{{{{#*inline \"p{i}\"}}}}{{{{> p{i + 1}}}}}{{{{> p{i + 1}}}}}{{{{/inline}}}}"));
        Findings(doubling + "{{#*inline \"p40\"}}x{{/inline}}{{> p0}}").ShouldHaveSingleItem().ShouldContain("MAC8011 Parts use each other more than 2,000 times in all.");
        var loops = "{{#each @root.cards}}";
        var endless = string.Concat(Enumerable.Repeat(loops, 20)) + "{{formula}}" + string.Concat(Enumerable.Repeat("{{/each}}", 20));
        Should.Throw<ScorecardTemplateException>(() => Render(HandlebarsTemplate.Parse("own.hbs", endless))).Message.ShouldBe("The template `own.hbs` cannot be used: it writes more than 16,777,216 characters. Loop over less.");
    }

    [Fact]
    public void Deleting_any_tag_or_character_of_a_template_never_throws()
    {
        const string Template = "{{#each overview as |o i|}}{{cell (cell o.label)}}{{#if @first}}a{{else if i}}{{!-- c --}}{{> period @root}}{{else}}{{{../title}}}{{/if}}{{/each}}{{#*inline \"x\"}}\\{{y}}{{/inline}}";
        var model = ShopScorecard.Build();
        var cut = Enumerable.Range(0, Template.Length).SelectMany(i => Enumerable.Range(1, Math.Min(4, Template.Length - i)).Select(length => Template.Remove(i, length)));
        cut.Where(t => !IsTold(t, model)).ShouldBeEmpty();
    }

    /// <summary>Whether a template has findings, or else renders.</summary>
    private static bool IsTold(string template, MetricsAsCode.Scorecards.Model.ScorecardModel model)
    {
        try
        {
            var read = HandlebarsTemplate.Read(new SourceText("own.hbs", template));
            return !read.Check(null).IsEmpty || read.Render(model).Length >= 0;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static string Render(IScorecardTemplate template)
    {
        var (module, scorecard) = ShopScorecard.Declare();
        return template.Render(ScorecardBuilder.Build(module, scorecard, ShopScorecard.Engine(), ShopScorecard.Path, template: template));
    }

    private static IEnumerable<string> Findings(string template) =>
        HandlebarsTemplate.Read(new SourceText("own.hbs", template)).Check(ShopScorecard.Declare().Module).Select(Words);

    private static string Words(Diagnostic d) => $"{d.Location.Start.Line}:{d.Location.Start.Column} {d.Id} {d.Message}";
}
