using System.Text.RegularExpressions;

namespace MetricsAsCode.Tests.Docs;

public sealed partial class ArchitecturePageTests
{
    [Theory]
    [InlineData("docs/architecture.md")]
    [InlineData("CONTRIBUTING.md")]
    [InlineData("docs/ci.md")]
    public void Paths_that_a_page_names_exist(string page)
    {
        var named = PathPattern().Matches(Repository.Read(page)).Select(m => m.Groups[1].Value).Distinct().ToList();
        named.ShouldNotBeEmpty();
        named.Where(p => !File.Exists(Repository.PathOf(p)) && !Directory.Exists(Repository.PathOf(p))).ShouldBeEmpty();
    }

    [GeneratedRegex("`((?:src|tests|docs|metrics-defs|generated|ci)/[A-Za-z0-9_./-]*)`")]
    private static partial Regex PathPattern();
}
