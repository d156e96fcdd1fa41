using MetricsAsCode.Tests.Scorecards.Proof;

namespace MetricsAsCode.Tests.Scorecards;

/// <summary>Every page in the repository that the tool wrote, read as a code host reads it.</summary>
public class GeneratedPagesTests
{
    public static TheoryData<string> Scorecards => [.. Directory.EnumerateFiles(Repository.PathOf("generated/scorecards"), "*.md").Select(static f => $"generated/scorecards/{Path.GetFileName(f)}").Order(StringComparer.Ordinal)];

    public static TheoryData<string> Approved =>
        [.. Directory.EnumerateFiles(Repository.PathOf("tests/MetricsAsCode.Tests"), "*.approved.md", SearchOption.AllDirectories).Select(static f => Path.GetRelativePath(Repository.Root, f)).Order(StringComparer.Ordinal)];

    [Fact]
    public void There_are_pages() => (Scorecards.Count >= 10 && Approved.Count >= 1).ShouldBeTrue();

    [Theory]
    [MemberData(nameof(Scorecards))]
    [MemberData(nameof(Approved))]
    public void No_table_is_broken(string file) => PageChecks.BrokenTables(Repository.Read(file)).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Scorecards))]
    [MemberData(nameof(Approved))]
    public void There_is_no_HTML_but_our_own(string file) => PageChecks.ForeignHtml(Repository.Read(file)).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Scorecards))]
    public void Links_lead_to_lines_of_files_and_to_pictures_that_exist(string file)
    {
        string page = Repository.Read(file);
        PageChecks.Links(page).ShouldNotBeEmpty();
        PageChecks.DeadLinks(page, Path.GetDirectoryName(Repository.PathOf(file))!).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("\n\n| a | b |\n| - | - |\n| 1 |\n", true)]
    [InlineData("\n\n| a | b |\n| - | - |\n| 1 | 2 | 3 |\n", true)]
    [InlineData("\n\n| a | b |\n| - |\n| 1 | 2 |\n", true)]
    [InlineData("\n\n| a | b |\n| - | - |\n| 1 | 2 |\n", false)]
    public void A_broken_table_would_be_found(string page, bool isBroken) => PageChecks.BrokenTables(page).Any().ShouldBe(isBroken);

    [Fact]
    public void Foreign_HTML_and_dead_links_would_be_found()
    {
        PageChecks.ForeignHtml("a <b>x</b>\n\n<details><summary>x</summary>\n\n<script>\nx\n</script>\n").ShouldBe(["<b>", "</b>", "<script>", "</script>"]);
        PageChecks.DeadLinks("[a](README.md#L1) [b](README.md) [c](README.md#L999999) [d](nothing.md#L1) [e](javascript:alert) ![f](nothing.svg)", Repository.Root)
            .ShouldBe(["README.md", "README.md#L999999", "nothing.md#L1", "javascript:alert", "nothing.svg"]);
    }
}
