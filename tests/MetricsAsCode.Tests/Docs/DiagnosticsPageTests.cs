namespace MetricsAsCode.Tests.Docs;

public sealed class DiagnosticsPageTests
{
    private const string Page = "docs/diagnostics.md";

    [Fact]
    public void Docs_list_every_finding_as_the_catalogues_have_it()
    {
        if (Environment.GetEnvironmentVariable("METRICS_UPDATE_DOCS") == "1")
        {
            File.WriteAllText(Repository.PathOf(Page), DiagnosticsPage.Write());
        }

        Repository.Read(Page).ShouldBe(DiagnosticsPage.Write());
    }

    [Fact]
    public void Ids_are_used_once() =>
        DiagnosticsPage.Descriptors.GroupBy(d => d.Id).Where(g => g.Count() > 1).Select(g => g.Key).ShouldBeEmpty();

    [Fact]
    public void Ids_are_MAC_and_four_digits() =>
        DiagnosticsPage.Descriptors.ShouldAllBe(d => d.Id.Length == 7 && d.Id.StartsWith("MAC", StringComparison.Ordinal) && d.Id.Skip(3).All(char.IsAsciiDigit));
}
