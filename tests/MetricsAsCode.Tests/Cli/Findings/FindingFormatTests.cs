using System.Text.Json;
using System.Text.RegularExpressions;
using MetricsAsCode.Cli;
using MetricsAsCode.Cli.Findings;
using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Tests.Cli.Findings;

public sealed class FindingFormatTests
{
    /// <summary>Two mistakes, one of them made twice.</summary>
    private static Sandbox Mistaken() => Sandbox.WithShop()
        .Write("metrics-defs/shop/more.metrics", "module shop\n\nmetric a = revenu / 2\nmetric b = revenu / 2\nmetric c = sum(orders.amont)\n");

    [Theory]
    [InlineData("sarif")]
    [InlineData("github")]
    [InlineData("gitlab")]
    public void Findings_of_definitions(string format)
    {
        using var folder = Mistaken();
        var ran = folder.Run("check", "--format", format);
        ran.Code.ShouldBe(1);
        ran.Error.ShouldBeEmpty();
        ran.Out.Replace($"\"{CommandLine.Version}\"", "\"VERSION\"").ShouldMatchApproved(c => c.NoDiff().SubFolder("Approved").WithFilenameGenerator((_, _, type, _) => $"check-{format}.{type}.txt"));
    }

    [Theory]
    [InlineData("sarif")]
    [InlineData("github")]
    [InlineData("gitlab")]
    public void Findings_of_tests(string format)
    {
        using var folder = Sandbox.WithShop();
        folder.Write("metrics-defs/shop/shop.metrics", Shop.Definitions.Replace("expect order_count = 2", "expect order_count = 3"));
        var ran = folder.Run("test", "--format", format, "--engine", "reference");
        ran.Code.ShouldBe(1);
        ran.Error.ShouldBeEmpty();
        ran.Out.Replace($"\"{CommandLine.Version}\"", "\"VERSION\"").ShouldMatchApproved(c => c.NoDiff().SubFolder("Approved").WithFilenameGenerator((_, _, type, _) => $"test-{format}.{type}.txt"));
    }

    [Theory]
    [InlineData("check", "github", "")]
    [InlineData("check", "gitlab", "[]\n")]
    [InlineData("test", "github", "")]
    [InlineData("test", "gitlab", "[]\n")]
    public void Nothing_found_is_nothing_said(string verb, string format, string output)
    {
        using var folder = Sandbox.WithShop();
        folder.Run(verb, "--format", format).ShouldSay(0, output);
    }

    [Fact]
    public void A_file_that_is_no_text_is_found_where_it_breaks()
    {
        using var folder = new Sandbox().Write("a.metrics", [.. "module m\n// caf"u8, 0xE9, .. "\n"u8]);
        folder.Run("check", "--format", "github").Out.ShouldBe(
            "::error file=a.metrics,line=2,endLine=2,col=7,endColumn=7,title=unreadable-file A file that cannot be read as text::the file is not UTF-8 (byte 0xE9 here). Save it as UTF-8.\n");
    }

    /// <summary>What a property or a message must not hold, for the command to be one line whose parts are read as written.</summary>
    [Fact]
    public void A_hostile_message_begins_no_command_of_its_own()
    {
        var finding = new Finding(new Rule("x", true, "a,line=9::b"), "a:b,c%0A=\n::warning::.metrics", new(1, 1), new(1, 2), "50% off\r\n::add-mask::key\n::error file=etc::x %0A");
        string command = WorkflowCommands.Of([finding]);
        command.ShouldBe(
            "::error file=a%3Ab%2Cc%250A=%0A%3A%3Awarning%3A%3A.metrics,line=1,endLine=1,col=1,endColumn=2,title=x a%2Cline=9%3A%3Ab::50%25 off%0D%0A::add-mask::key%0A::error file=etc::x %250A\n");
        Read(command).ShouldBe((finding.Path, "x a,line=9::b", finding.Message));
    }

    [Fact]
    public void A_hostile_path_stays_a_relative_uri()
    {
        var finding = new Finding(Rule.FailedTest, "defs/a b#?%:\"<é>.metrics", new(0, 0), new(0, 0), "no");
        var place = JsonDocument.Parse(SarifLog.Of([finding])).RootElement.GetProperty("runs")[0].GetProperty("results")[0].GetProperty("locations")[0].GetProperty("physicalLocation");
        string uri = place.GetProperty("artifactLocation").GetProperty("uri").GetString()!;
        uri.ShouldBe("defs/a%20b%23%3F%25%3A%22%3C%C3%A9%3E.metrics");
        Uri.UnescapeDataString(uri).ShouldBe(finding.Path);
        place.TryGetProperty("region", out _).ShouldBeFalse();
    }

    /// <summary>The parts of the standard that its schema demands, and what it says of indices.</summary>
    [Fact]
    public void Every_result_of_the_sarif_log_has_its_rule_with_help_and_its_region()
    {
        using var folder = Mistaken();
        var log = JsonDocument.Parse(folder.Run("check", "--format", "sarif").Out).RootElement;
        log.GetProperty("version").GetString().ShouldBe("2.1.0");
        var run = log.GetProperty("runs")[0];
        var rules = run.GetProperty("tool").GetProperty("driver").GetProperty("rules");
        var results = run.GetProperty("results").EnumerateArray().ToList();
        results.Count.ShouldBe(3);
        foreach (var result in results)
        {
            var rule = rules[result.GetProperty("ruleIndex").GetInt32()];
            rule.GetProperty("id").GetString().ShouldBe(result.GetProperty("ruleId").GetString());
            rule.GetProperty("help").GetProperty("text").GetString()!.ShouldContain("Right:");
            var region = result.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("region");
            region.GetProperty("endColumn").GetInt32().ShouldBeGreaterThanOrEqualTo(region.GetProperty("startColumn").GetInt32());
        }

        results.Select(r => r.GetProperty("partialFingerprints").GetProperty("metricsFinding/v1").GetString()).Distinct().Count().ShouldBe(3);
    }

    [Fact]
    public void A_finding_is_known_again_when_lines_have_moved()
    {
        var rule = new Rule("MAC1", true, "t");
        Finding At(int line, string message) => new(rule, "a.metrics", new LinePosition(line, 1), new LinePosition(line, 2), message);
        var before = Fingerprints.Of([At(1, "x"), At(5, "x"), At(9, "y")]);
        Fingerprints.Of([At(3, "x"), At(8, "x"), At(12, "y")]).ShouldBe(before);
        before.Distinct().Count().ShouldBe(3);
    }

    /// <summary>Reads a command as the runner does: one line, properties up to the next <c>::</c>, then escapes.</summary>
    private static (string File, string Title, string Message) Read(string command)
    {
        var read = Regex.Match(command, @"\A::error ([^\n]*?)::([^\n]*)\n\z");
        read.Success.ShouldBeTrue();
        var properties = read.Groups[1].Value.Split(',').Select(p => p.Split('=', 2)).ToDictionary(p => p[0], p => Unescape(p[1]), StringComparer.Ordinal);
        properties.Keys.ShouldBe(["file", "line", "endLine", "col", "endColumn", "title"]);
        return (properties["file"], properties["title"], Unescape(read.Groups[2].Value));
    }

    private static string Unescape(string text) => text.Replace("%2C", ",").Replace("%3A", ":").Replace("%0A", "\n").Replace("%0D", "\r").Replace("%25", "%");
}
