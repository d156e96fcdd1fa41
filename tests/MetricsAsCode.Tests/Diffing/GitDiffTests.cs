using System.Diagnostics;
using MetricsAsCode.Tests.Cli;

namespace MetricsAsCode.Tests.Diffing;

/// <summary>Revisions of a repository of its own, through git itself.</summary>
public sealed class GitDiffTests
{
    [Fact]
    public void Two_revisions_are_compared_over_the_data_that_lie_here()
    {
        using var folder = Repository();
        Touch(folder);
        Git(folder, "commit", "-qam", "only large orders");
        var ran = folder.Run("diff", "HEAD~1", "HEAD", "--engine", "reference");
        ran.Error.ShouldBe("");
        ran.Out.ShouldContain("shop.revenue   2026-Q1   70.00 USD   59.50 USD   ▼ -15.0%");
        ran.Out.ShouldContain("both read the data of the working tree");
        ran.Code.ShouldBe(0);
        Status(folder).ShouldBe("");
    }

    [Fact]
    public void One_revision_is_compared_with_the_working_tree()
    {
        using var folder = Repository();
        Touch(folder);
        folder.Run("diff", "HEAD", "--no-numbers").Out.ShouldContain("changed let `shop.delivered`");
        folder.Run("diff", "--no-numbers").Out.ShouldStartWith("HEAD (");
        Status(folder).ShouldBe(" M metrics-defs/shop/shop.metrics");
    }

    [Fact]
    public void Without_revisions_it_is_where_the_branch_left_the_main_one()
    {
        using var folder = Repository();
        Git(folder, "update-ref", "refs/remotes/origin/main", "HEAD");
        Touch(folder);
        Git(folder, "commit", "-qam", "only large orders");
        var ran = folder.Run("diff", "--no-numbers");
        ran.Out.ShouldStartWith("origin/main (");
        ran.Out.ShouldContain("changed let `shop.delivered`");
    }

    [Fact]
    public void Definitions_that_are_new_are_all_added_and_a_folder_may_be_named()
    {
        using var folder = Repository();
        folder.Write("more/other.metrics", "module other\nsource things from csv \"things.csv\" { id integer key }\nmetric things_there = count(things)\n");
        Git(folder, "add", "-A");
        Git(folder, "commit", "-qm", "more");
        var ran = folder.Run("diff", "HEAD~1", "HEAD", "--path", "more", "--no-numbers");
        ran.Out.ShouldContain("added metric `other.things_there`");
        ran.Out.ShouldNotContain("shop");
    }

    [Fact]
    public void It_runs_in_a_folder_of_the_repository()
    {
        using var folder = Repository();
        Touch(folder);
        var (output, error) = (new StringWriter { NewLine = "\n" }, new StringWriter { NewLine = "\n" });
        int code = MetricsAsCode.Cli.MetricsTool.Run(["diff", "HEAD", "--engine", "reference"], new MetricsAsCode.Cli.Terminal.ToolConsole(output, error), folder.At("metrics-defs/shop"));
        error.ToString().ShouldBe("");
        code.ShouldBe(0);
        output.ToString().ShouldContain("shop.revenue   2026-Q1   70.00 USD   59.50 USD");
    }

    [Fact]
    public void Mistakes_of_a_revision_have_their_places()
    {
        using var folder = Repository();
        folder.Write("metrics-defs/shop/shop.metrics", folder.Read("metrics-defs/shop/shop.metrics").Replace("count(orders)", "cuont(orders)", StringComparison.Ordinal));
        Git(folder, "commit", "-qam", "a slip");
        var ran = folder.Run("diff", "HEAD~1", "HEAD");
        ran.Code.ShouldBe(1);
        ran.Error.ShouldStartWith("metrics-defs/shop/shop.metrics(27,31): error MAC2009: ");
        ran.Error.ShouldEndWith("error: the definitions of HEAD have mistakes, so nothing was compared. Mend them first.\n");
    }

    [Fact]
    public void A_template_with_another_text_is_a_change_of_its_scorecard()
    {
        using var folder = Repository();
        folder.Write("metrics-defs/shop/shop.metrics", folder.Read("metrics-defs/shop/shop.metrics").Replace("  show metrics\n", "  show metrics\n  template \"own.hbs\"\n", StringComparison.Ordinal))
            .Write("metrics-defs/shop/own.hbs", "{{title}}\n");
        Git(folder, "add", "-A");
        Git(folder, "commit", "-qm", "a template");
        folder.Run("diff", "--no-numbers").Out.ShouldContain("no definition means anything else");
        folder.Write("metrics-defs/shop/own.hbs", "{{title}}!\n");
        folder.Run("diff", "--no-numbers").Out.ShouldContain("template's text");
    }

    [Theory]
    [InlineData("nowhere", "git knows no revision `nowhere`. Is it fetched? `git fetch origin` gets branches of the server; a shallow clone has few (`fetch-depth: 0` gets all).")]
    [InlineData("--output=x", null)]
    [InlineData("-x", null)]
    public void What_is_no_revision_is_refused(string revision, string? message)
    {
        using var folder = Repository();
        var ran = folder.Run("diff", revision, "HEAD");
        ran.Code.ShouldBe(2);
        if (message is not null)
            ran.Error.ShouldBe($"error: {message}\n");
        folder.Run("diff", "--", "-x", "HEAD").ShouldFail(2, "`-x` is no revision. Name a branch, a tag or a commit, e.g. metrics diff origin/main HEAD.");
    }

    [Fact]
    public void A_folder_that_is_no_repository_is_told()
    {
        using var folder = Sandbox.WithShop();
        folder.Run("diff").ShouldFail(2, "The current folder is in no git repository. Run it in one, or compare two folders: metrics diff --old FOLDER --new FOLDER.");
    }

    [Fact]
    public void A_path_outside_the_repository_is_told()
    {
        using var folder = Repository();
        folder.Run("diff", "HEAD", "--path", "..").ShouldFail(2, "`..` lies outside the repository. Name a folder in it with --path, or compare two folders: --old FOLDER --new FOLDER.");
    }

    private static Sandbox Repository()
    {
        var folder = Sandbox.WithShop();
        Git(folder, "init", "-q", "-b", "work");
        Git(folder, "add", "-A");
        Git(folder, "commit", "-qm", "the shop");
        return folder;
    }

    // In the first quarter 70.00 USD were delivered, 59.50 of them in orders above 15 USD.
    private static void Touch(Sandbox folder) => folder.Write(
        "metrics-defs/shop/shop.metrics",
        folder.Read("metrics-defs/shop/shop.metrics")
            .Replace("where status = delivered", "where status = delivered and amount > 15 USD", StringComparison.Ordinal)
            .Replace("expect revenue = 10 USD", "expect revenue = 0 USD", StringComparison.Ordinal));

    private static string Status(Sandbox folder) => Git(folder, "status", "--porcelain").TrimEnd('\n');

    private static string Git(Sandbox folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("git", ["-c", "user.name=test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false", .. arguments])
        {
            WorkingDirectory = folder.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var git = Process.Start(start)!;
        string output = git.StandardOutput.ReadToEnd();
        string error = git.StandardError.ReadToEnd();
        git.WaitForExit();
        git.ExitCode.ShouldBe(0, error);
        return output;
    }
}
