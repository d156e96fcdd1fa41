using System.Text.Json;

namespace MetricsAsCode.Tests.Cli;

public class JsonDocumentationTests
{
    [Theory]
    [InlineData("run", "run revenue --for 2026-01 --format json --engine reference")]
    [InlineData("list", "list --format json")]
    [InlineData("mutate", "mutate --format json")]
    [InlineData("check", "check --format json metrics-defs/bad.metrics")]
    public void Every_member_is_documented_in_the_section_of_its_verb(string verb, string line)
    {
        using var folder = Sandbox.WithShop();
        if (verb == "check")
            folder.Write("metrics-defs/bad.metrics", "module m\nmetric a = revenu\n");
        using var json = JsonDocument.Parse(folder.Run(line.Split(' ')).Out);
        string section = Repository.Read("docs/json.md").Split("\n## ").Single(s => s.StartsWith($"`metrics {verb} ", StringComparison.Ordinal) && s.Contains("json`"));
        foreach (var member in json.RootElement[0].EnumerateObject())
            section.ShouldContain($"`{member.Name}`");
    }
}
