namespace MetricsAsCode.Tests.Cli;

/// <summary>Definitions are untrusted: what they name outside the folders that the user named is not opened.</summary>
public sealed class DataRootTests : IDisposable
{
    private readonly Sandbox sandbox = new();

    public void Dispose() => sandbox.Dispose();

    [Theory]
    [InlineData("/etc/passwd")]
    [InlineData("../../outside.csv")]
    [InlineData("../defs/../../outside.csv")]
    public void A_place_outside_is_refused(string place)
    {
        File.WriteAllText(Path.Combine(Path.GetDirectoryName(sandbox.Root)!, "outside.csv"), "x\n1\n");
        var ran = Define(place).Run("run", "n", "--for", "2026", "defs");
        ran.Error.ShouldContain($"defs/a.metrics(2,8): error: `s` reads `{place}`, which lies outside the definitions' folder and the current one.");
        ran.Error.ShouldNotContain("root:");
        ran.Code.ShouldBe(3);
    }

    [Fact]
    public void A_link_that_leads_outside_is_refused()
    {
        File.CreateSymbolicLink(Define("linked.csv").At("defs/linked.csv"), "/etc/passwd");
        sandbox.Run("run", "n", "--for", "2026", "defs").Error.ShouldContain("lies outside");
    }

    [Fact]
    public void What_the_user_names_is_read()
    {
        string outside = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.csv");
        File.WriteAllText(outside, "x,d\n1,2026-01-02\n");
        try
        {
            var ran = Define("missing.csv").Run("run", "n", "--for", "2026", "--format", "csv", "--data", $"s={outside}", "defs");
            ran.Error.ShouldBe("");
            ran.Code.ShouldBe(0);
        }
        finally
        {
            File.Delete(outside);
        }
    }

    [Fact]
    public void Data_beside_the_definitions_and_below_the_current_folder_is_read() =>
        Define("../data/s.csv").Write("data/s.csv", "x,d\n1,2026-01-02\n").Run("run", "n", "--for", "2026", "defs").Code.ShouldBe(0);

    private Sandbox Define(string place) =>
        sandbox.Write("defs/a.metrics", $"module a\nsource s from csv \"{place}\" {{ x integer key; d date time }}\nmetric n = count(s)\n");
}
