using MetricsAsCode.Compiler.Emit.Sql;

namespace MetricsAsCode.Tests.ClickHouse;

/// <summary>What releases of ClickHouse say stands in one table, from which statements are written and the page is made.</summary>
public sealed class CapabilityTests
{
    private const string Begin = "<!-- capabilities -->\n", End = "<!-- /capabilities -->";
    private static readonly string Page = Path.Combine(Repository.Root, "docs/engines.md");

    [Fact]
    public void The_page_has_the_table()
    {
        string page = File.ReadAllText(Page);
        int from = page.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        string made = page[..from] + Table() + page[page.IndexOf(End, StringComparison.Ordinal)..];
        if (Environment.GetEnvironmentVariable("METRICS_UPDATE_DOCS") == "1")
            File.WriteAllText(Page, made);
        File.ReadAllText(Page).ShouldBe(made);
    }

    [Fact]
    public void Every_construct_stands_in_it_once() =>
        ClickHouseCapabilities.All.Select(c => c.Construct).Order().ShouldBe(Enum.GetValues<SqlConstruct>().Order());

    [Fact]
    public void Current_releases_say_everything()
    {
        ClickHouseCapabilities.All.ShouldAllBe(c => c.Current != SqlSupport.Refused);
        ClickHouseDialect.Current.Refused.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("18.16", "Old")]
    [InlineData("24.8", "Old")]
    [InlineData("25.1", "Current")]
    [InlineData("26.7", "Current")]
    public void A_release_is_asked_as_the_table_says(string release, string asked) =>
        Engines.ClickHouse.ClickHouseTables.DialectOf(Version.Parse(release)).ShouldBeSameAs(asked == "Old" ? ClickHouseDialect.Old : ClickHouseDialect.Current);

    private static string Table() =>
        $"| construct | from {ClickHouseCapabilities.Recent} | before | |\n|---|---|---|---|\n"
        + string.Concat(ClickHouseCapabilities.All.Select(c => $"| {c.Words} | {Word(c.Current)} | {Word(c.Old)} | {c.Note} |\n"));

    private static string Word(SqlSupport support) => support.ToString().ToLowerInvariant();
}
