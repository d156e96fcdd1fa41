namespace MetricsAsCode.Tests.Cli;

public class TemplateTests
{
    private const string Mistaken = "# {{title}}\n\n{{#each overview}}\n{{lable}}\n{{/each}}\n{{#with (metric \"revenu\")}}{{value.text}}{{/with}}\n";

    [Theory]
    [InlineData("check")]
    [InlineData("scorecard")]
    [InlineData("build")]
    public void A_templates_mistakes_are_told_with_those_of_the_definitions(string verb)
    {
        using var folder = With(Mistaken);
        var ran = folder.Run(verb);
        ran.Code.ShouldBe(1);
        ran.Error.ShouldStartWith(
            """
            metrics-defs/shop/q1.hbs(4,3): error MAC8005: An objective has no `lable`. Did you mean `label`?
               4 | {{lable}}
                 |   ^^^^^
            metrics-defs/shop/q1.hbs(6,17): error MAC8006: `shop` has no metric `revenu`. Did you mean `revenue`?
               6 | {{#with (metric "revenu")}}{{value.text}}{{/with}}
                 |                 ^^^^^^^^
            2 errors in 1 file
            """);
        folder.Files("generated").ShouldBeEmpty();
    }

    [Fact]
    public void As_json_they_have_file_line_and_column()
    {
        using var folder = With("{{titel}}");
        folder.Run("check", "--format", "json").Out.ShouldContain("\"file\": \"metrics-defs/shop/q1.hbs\",\n    \"line\": 1,\n    \"column\": 3,");
    }

    [Fact]
    public void While_definitions_have_mistakes_no_metric_is_missed()
    {
        using var folder = With(Mistaken).Write("metrics-defs/shop/more.metrics", "module shop\n\nmetric a = nothing / 2\n");
        string error = folder.Run("check").Error;
        error.ShouldContain("more.metrics(3,12): error MAC2001");
        error.ShouldContain("MAC8005");
        error.ShouldNotContain("MAC8006");
    }

    [Fact]
    public void A_metric_that_only_the_template_names_is_on_the_scorecard()
    {
        using var folder = With("{{#with (metric \"revenue\")}}{{label}}: {{value.text}}{{/with}}\n");
        folder.Run("scorecard", "--engine", "reference").Error.ShouldBe("");
        folder.Read("generated/scorecards/shop-q1.md").ShouldMatch("^Revenue: [0-9,.]+ [A-Z]{3}\n");
    }

    [Fact]
    public void Other_verbs_do_not_read_templates()
    {
        using var folder = With(Mistaken);
        folder.Run("list").Code.ShouldBe(0);
    }

    [Theory]
    [InlineData("../../../q1.hbs", "lies outside the definitions' folder and the current one. Put it beside the definitions.")]
    [InlineData("/etc/hostname", "lies outside the definitions' folder and the current one. Put it beside the definitions.")]
    [InlineData("data", "cannot be read. Its path is relative to this file.")]
    public void A_template_that_cannot_be_read_is_told_where_it_is_named(string file, string why)
    {
        using var folder = With("", file);
        folder.Run("check").Error.ShouldContain($"error MAC8001: The template `{file}` {why}\n");
    }

    [Fact]
    public void A_template_that_is_not_utf8_is_told_where_it_is_named()
    {
        using var folder = With("").Write("metrics-defs/shop/q1.hbs", [(byte)'a', 0xE9, (byte)'b']);
        folder.Run("check").Error.ShouldContain("error MAC8001: The template `q1.hbs` is not UTF-8. Save it as UTF-8.\n");
    }

    [Fact]
    public void A_file_of_any_size_is_refused_for_its_size()
    {
        using var folder = With(new string('x', 3_000_000));
        folder.Run("check").Error.ShouldContain("metrics-defs/shop/q1.hbs(1,1): error MAC8011: The template has more than 262,144 characters.");
    }

    private static Sandbox With(string template, string file = "q1.hbs")
    {
        var folder = Sandbox.WithShop().Write("metrics-defs/shop/q1.hbs", template);
        return folder.Write("metrics-defs/shop/shop.metrics", Shop.Definitions.Replace("  show north star\n", $"  template \"{file}\"\n  show north star\n"));
    }
}
