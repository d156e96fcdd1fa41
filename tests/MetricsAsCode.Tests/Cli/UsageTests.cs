using MetricsAsCode.Cli;

namespace MetricsAsCode.Tests.Cli;

public class UsageTests
{
    [Theory]
    [InlineData("", "No verb is given. `metrics --help` lists the verbs.")]
    [InlineData("chek", "`chek` is not a verb. Did you mean `check`? `metrics --help` lists the verbs.")]
    [InlineData("check --formt json", "`--formt` is not an option of `metrics check`. Did you mean `--format`? `metrics check --help` shows how it is used.")]
    [InlineData("check metrics-defs extra", "`metrics check` does not take `extra` here. `metrics check --help` shows how it is used.")]
    [InlineData("check --format jsn", "`jsn` is not a choice of --format. Did you mean `json`? It takes text, json, sarif, github, gitlab. `metrics check --help` shows how it is used.")]
    [InlineData("check nowhere", "`nowhere` does not exist. Name a folder with `.metrics` files, or one such file.")]
    [InlineData("check metrics-defs/shop/data", "`metrics-defs/shop/data` holds no `.metrics` file. Name a folder with definitions.")]
    [InlineData("check metrics-defs/shop/data/orders.csv", "`metrics-defs/shop/data/orders.csv` is not a `.metrics` file. Name a `.metrics` file or a folder.")]
    [InlineData("run revenu", "`revenu` is not a metric. Did you mean `revenue`?")]
    [InlineData("run shop.revenu", "`shop.revenu` is not a metric. Did you mean `shop.revenue`?")]
    [InlineData("run nothing_like_it", "`nothing_like_it` is not a metric. `metrics list` shows those there are.")]
    [InlineData("run metrics-defs/shop", "`metrics-defs/shop` is a path; no metric is named. Write the metric before it.")]
    [InlineData("run revenue --for 2026-Q5", "`2026-Q5` is not a period. Write e.g. 2026, 2026-Q3, 2026-07, 2026-W31, 2026-07-01, FY2027-Q1, 2026-07-01..2026-09-30 or \"last month\".")]
    [InlineData("run revenue --as-of 2026-02", "--as-of `2026-02` is not a day. Write e.g. 2026-09-30.")]
    [InlineData("run revenue --as-of 9999-12-31", "--as-of `9999-12-31` is the calendar's last day, whose end is in no year. Write 9999-12-30 or an earlier day.")]
    [InlineData("run revenue --for 9999-Q4", "`9999-Q4` has no days here: outside the years 1 to 9999. Give another period with --for.")]
    [InlineData("run revenue --grain fortnight", "`fortnight` is not a grain. It takes day, week, month, quarter, year.")]
    [InlineData("run revenue --for 2026-01 --grain year", "No year ends inside 2026-01. Give a longer period with --for, or a finer --grain.")]
    [InlineData("run revenue --by country", "`country` is not a column to break down by. Write `source.column`, e.g. `customers.country`.")]
    [InlineData("run revenue --by custmers.country", "`shop` has no source `custmers`. Did you mean `customers`?")]
    [InlineData("run revenue --by customers.contry", "`customers` has no column `contry`. Did you mean `country`?")]
    [InlineData("run revenue --data orders", "`orders` does not say which file a source is read from. Write --data source=path, e.g. --data orders=exports/orders.csv.")]
    [InlineData("run revenue --data ordrs=a.csv", "--data names `ordrs`, which is no source. Did you mean `orders`?")]
    [InlineData("run revenue --data orders=a.csv --data orders=b.csv", "--data names `orders` twice. Give one file for each source.")]
    [InlineData("explain revenu", "`revenu` is not a metric. Did you mean `revenue`?")]
    [InlineData("scorecard --name q2", "`q2` is not a scorecard. Did you mean `q1`?")]
    [InlineData("scorecard --for soon", "`soon` is not a period. Write e.g. 2026, 2026-Q3, 2026-07, 2026-W31, 2026-07-01, FY2027-Q1, 2026-07-01..2026-09-30 or \"last month\".")]
    [InlineData("build --out metrics-defs/shop/data/orders.csv --engine reference", "`metrics-defs/shop/data/orders.csv/calculators/shop.g.cs` cannot be written (")]
    public void Wrong_use_is_answered_with_the_fact_and_the_remedy(string line, string message)
    {
        using var folder = Sandbox.WithShop();
        var ran = folder.Run(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        ran.Error.ShouldStartWith($"error: {message}");
        ran.Error.TrimEnd('\n').ShouldNotContain("\n");
        ran.Out.ShouldBeEmpty();
        ran.Code.ShouldBe(ExitCode.Usage);
    }

    [Theory]
    [InlineData("check")]
    [InlineData("list")]
    [InlineData("run")]
    [InlineData("explain")]
    [InlineData("test")]
    [InlineData("scorecard")]
    [InlineData("build")]
    public void Every_verb_has_help_with_examples(string verb)
    {
        using var folder = new Sandbox();
        var help = folder.Run(verb, "--help");
        help.Code.ShouldBe(0);
        help.Error.ShouldBeEmpty();
        help.Out.ShouldContain($"metrics {verb}");
        help.Out.ShouldContain("Examples:\n  metrics " + verb);
        folder.Run("--help").Out.ShouldContain($"  {verb} ");
    }

    [Fact]
    public void The_version_is_one_line()
    {
        using var folder = new Sandbox();
        folder.Run("--version").ShouldSay(0, $"metrics {CommandLine.Version}\n");
    }

    [Fact]
    public void A_metric_of_several_modules_has_to_be_qualified()
    {
        using var folder = new Sandbox().Write("a.metrics", "module a\nmetric x = 1\n").Write("b.metrics", "module b\nmetric x = 2\n");
        folder.Run("run", "x").ShouldFail(ExitCode.Usage, "`x` is a metric of several modules. Write `a.x` or `b.x`.");
    }

    [Fact]
    public void Mistaken_definitions_compute_nothing()
    {
        using var folder = new Sandbox().Write("a.metrics", "module m\nmetric a = revenu\n");
        foreach (string verb in new[] { "run a", "list", "explain a", "test", "scorecard", "build" })
        {
            var ran = folder.Run(verb.Split(' '));
            ran.Code.ShouldBe(ExitCode.Findings);
            ran.Out.ShouldBeEmpty();
            ran.Error.ShouldContain("a.metrics(2,12): error MAC2001");
            ran.Error.ShouldEndWith("error: the definitions have mistakes, so nothing was computed. Mend them first.\n");
        }
    }
}
