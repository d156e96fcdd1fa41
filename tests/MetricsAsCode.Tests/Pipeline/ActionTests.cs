using System.Text.RegularExpressions;

namespace MetricsAsCode.Tests.Pipeline;

public sealed class ActionTests
{
    /// <summary>What stands in `${{ }}` is put into a script before the shell reads it: a title of a pull request could be a command.</summary>
    [Fact]
    public void No_script_of_the_action_holds_an_expression()
    {
        var scripts = Regex.Matches(Repository.Read("action.yml"), "^ *run: (.*)$", RegexOptions.Multiline).Select(m => m.Groups[1].Value).ToList();
        scripts.Count.ShouldBe(4);
        scripts.ShouldAllBe(s => !s.Contains("${{") && !s.StartsWith('|') && !s.StartsWith('>'));
        scripts.SelectMany(s => Regex.Matches(s, "ci/[a-z.-]+").Select(m => m.Value)).ShouldAllBe(path => File.Exists(Repository.PathOf(path)));
    }

    [Fact]
    public void The_scripts_that_the_job_for_gitlab_names_are_there()
    {
        var named = Regex.Matches(Repository.Read("ci/gitlab.yml"), @"\$METRICS_CI/([a-z-]+\.sh)").Select(m => m.Groups[1].Value).ToList();
        named.ShouldBe(["install.sh", "report.sh", "gitlab-note.sh"]);
        named.ShouldAllBe(script => File.Exists(Repository.PathOf($"ci/{script}")));
    }

    [Fact]
    public void No_script_evaluates_text()
    {
        foreach (string script in Directory.EnumerateFiles(Repository.PathOf("ci"), "*.sh"))
            Regex.IsMatch(File.ReadAllText(script), @"\beval\b|\bbash -c\b|\bsh -c\b").ShouldBeFalse(script);
    }

    [Fact]
    public void Its_inputs_are_the_documented_ones()
    {
        string inputs = Repository.Read("action.yml").Split("\noutputs:")[0];
        var declared = Regex.Matches(inputs, "^  ([a-z-]+):$", RegexOptions.Multiline).Select(m => m.Groups[1].Value);
        var documented = Regex.Matches(Repository.Read("docs/ci.md").Split("## GitLab")[0], @"^\| `([a-z-]+)` \|", RegexOptions.Multiline).Select(m => m.Groups[1].Value);
        documented.ShouldBe(declared);
    }
}
