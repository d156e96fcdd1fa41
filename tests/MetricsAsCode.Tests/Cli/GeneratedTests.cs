using MetricsAsCode.Cli.Output;

namespace MetricsAsCode.Tests.Cli;

public class GeneratedTests
{
    [Fact]
    public void A_scorecard_is_written_and_summed_up()
    {
        using var folder = Sandbox.WithShop();
        folder.Run("scorecard", "--engine", "reference").ShouldSay(0,
            """
            generated/scorecards/shop-q1.md: Shop, first quarter, 2026-Q1, data as of 2026-04-02
              Grow: 70.0% (1 of 1 scored): 1 missed

            """);
        folder.Files("generated").ShouldBe(["generated/scorecards/shop-q1.md"]);
        string card = folder.Read("generated/scorecards/shop-q1.md");
        card.ShouldStartWith("# Shop, first quarter\n");
        card.ShouldContain("(../../metrics-defs/shop/shop.metrics#L25)");
        card.ShouldEndWith($"\n\n{ScorecardFile.Mark}\n");
    }

    [Fact]
    public void Another_period_and_as_of_can_be_asked_for()
    {
        using var folder = Sandbox.WithShop();
        folder.Run("scorecard", "--for", "2026-01", "--as-of", "2026-01-10", "--out", "preview", "--engine", "reference").Out
            .ShouldStartWith("preview/scorecards/shop-q1.md: Shop, first quarter, 2026-01, data as of 2026-01-10\n");
    }

    [Fact]
    public void Failing_data_leave_the_old_scorecard_untouched()
    {
        using var folder = Sandbox.WithShop().Write("generated/scorecards/shop-q1.md", "old");
        folder.Write("metrics-defs/shop/data/orders.csv", Shop.Orders.Replace("39.50", "much"));
        folder.Run("scorecard", "--engine", "reference").ShouldSay(3, error: "metrics-defs/shop/data/orders.csv(5,28): error: column `amount`: `much` is not a number. Write digits with a point, e.g. `1234.5`.\n");
        folder.Run("build", "--engine", "reference").Code.ShouldBe(3);
        folder.Read("generated/scorecards/shop-q1.md").ShouldBe("old");
        folder.Files("generated").ShouldBe(["generated/scorecards/shop-q1.md"]);
    }

    [Fact]
    public void What_cannot_be_written_leaves_nothing_half_written()
    {
        // The folder of scorecards stands below a regular file: nobody can write there, whoever runs this.
        using var folder = Sandbox.WithShop().Write("generated/scorecards", "a file");
        var ran = folder.Run("build", "--engine", "reference");
        ran.Code.ShouldBe(2);
        ran.Error.ShouldStartWith("error: `generated/scorecards/shop-q1.md` cannot be written (");
        ran.Error.ShouldEndWith("Name a folder that you may write with --out.\n");
        folder.Files("generated").ShouldBe(["generated/scorecards"]);
    }

    [Fact]
    public void Building_twice_changes_nothing_and_check_agrees()
    {
        using var folder = Sandbox.WithShop();
        Build(folder).ShouldSay(0, "wrote generated/calculators/shop.g.cs\nwrote generated/scorecards/shop-q1.md\ngenerated: 2 files up to date\n");
        var written = folder.Files("generated").Select(f => (f, folder.Read(f), File.GetLastWriteTimeUtc(folder.At(f)))).ToList();
        Build(folder).ShouldSay(0, "generated: 2 files up to date\n");
        folder.Files("generated").Select(f => (f, folder.Read(f), File.GetLastWriteTimeUtc(folder.At(f)))).ShouldBe(written);
        Build(folder, "--check").ShouldSay(0, "generated: 2 files up to date\n");
    }

    [Fact]
    public void Check_names_what_is_stale_missing_and_orphaned_and_writes_nothing()
    {
        using var folder = Sandbox.WithShop();
        Build(folder);
        folder.Write("generated/calculators/shop.g.cs", "// changed by hand");
        File.Delete(folder.At("generated/scorecards/shop-q1.md"));
        folder.Write("generated/scorecards/gone-q1.md", $"# Gone\n\n{ScorecardFile.Mark}\n").Write("generated/scorecards/notes.md", "mine");
        var before = folder.Files("generated").ToList();
        Build(folder, "--check").ShouldSay(1, error:
            """
            stale: generated/calculators/shop.g.cs
            missing: generated/scorecards/shop-q1.md
            orphaned: generated/scorecards/gone-q1.md
            error: `generated` is not what the definitions and data give. Run the same command without --check.

            """);
        folder.Files("generated").ShouldBe(before);
    }

    [Fact]
    public void Orphans_go_and_what_is_not_generated_stays()
    {
        using var folder = Sandbox.WithShop()
            .Write("generated/scorecards/gone-q1.md", $"# Gone\n\n{ScorecardFile.Mark}\n")
            .Write("generated/scorecards/notes.md", "mine");
        Build(folder).Out.ShouldContain("removed generated/scorecards/gone-q1.md\n");
        folder.Has("generated/scorecards/gone-q1.md").ShouldBeFalse();
        folder.Read("generated/scorecards/notes.md").ShouldBe("mine");
    }

    [Fact]
    public void A_template_that_is_not_there_is_named()
    {
        using var folder = Sandbox.WithShop();
        folder.Write("metrics-defs/shop/shop.metrics", Shop.Definitions.Replace("  show north star\n", "  template \"q1.hbs\"\n  show north star\n"));
        folder.Run("scorecard", "--engine", "reference").ShouldFail(1,
            "The template `metrics-defs/shop/q1.hbs` of scorecard `q1` cannot be read. The path is relative to the file of the scorecard.");
        folder.Files("generated").ShouldBeEmpty();
    }

    [Fact]
    public void A_stop_changes_no_file()
    {
        using var folder = Sandbox.WithShop();
        using var stopped = new CancellationTokenSource();
        stopped.Cancel();
        var error = new StringWriter();
        int code = MetricsAsCode.Cli.MetricsTool.Run(["scorecard", "--engine", "reference"], new(TextWriter.Null, error), folder.Root, stopped.Token);
        code.ShouldBe(130);
        error.ToString().ShouldContain("stopped; no file was changed.");
        folder.Files("generated").ShouldBeEmpty();
    }

    private static Ran Build(Sandbox folder, params string[] more) => folder.Run(["build", "--engine", "reference", .. more]);
}
