using MetricsAsCode.Data;
using MetricsAsCode.Engines.Loading;
using MetricsAsCode.Tests.Cli;

namespace MetricsAsCode.Tests.DuckDb;

public sealed class FilePatternTests : IDisposable
{
    private readonly Sandbox _sandbox = new();

    public void Dispose() => _sandbox.Dispose();

    [Theory]
    [InlineData("*.parquet", "B.parquet a.parquet b[1].parquet")]
    [InlineData("a.parquet", "a.parquet")]
    [InlineData("?.parquet", "B.parquet a.parquet")]
    [InlineData("b[1].parquet", "b[1].parquet")]
    [InlineData("*/c.parquet", "2025/c.parquet 2026/c.parquet")]
    [InlineData("202*/*", "2025/c.parquet 2025/d.txt 2026/c.parquet")]
    [InlineData("**/c.parquet", "2025/c.parquet 2025/deep/er/c.parquet 2026/c.parquet")]
    [InlineData("2025/**", "2025/c.parquet 2025/d.txt 2025/deep/er/c.parquet")]
    [InlineData("2025/**/er/*.parquet", "2025/deep/er/c.parquet")]
    [InlineData("2026/**/**/*.parquet", "2026/c.parquet")]
    [InlineData(".h*", ".hidden.parquet")]
    [InlineData("2026/../a*", "a.parquet")]
    public void A_pattern_means_these_files(string pattern, string files)
    {
        foreach (string file in new[] { "a.parquet", "B.parquet", "b[1].parquet", ".hidden.parquet", "2025/c.parquet", "2025/d.txt", "2025/deep/er/c.parquet", "2026/c.parquet", ".git/c.parquet" })
            _sandbox.Write(file, "");
        FilePattern.Files(Path.GetFullPath(pattern, _sandbox.Root)).Select(f => Path.GetRelativePath(_sandbox.Root, f).Replace('\\', '/')).ShouldBe(files.Split(' '));
    }

    [Fact]
    public void A_file_whose_name_is_the_pattern_is_meant_alone()
    {
        _sandbox.Write("a*.parquet", "").Write("ab.parquet", "");
        FilePattern.Files(_sandbox.At("a*.parquet")).ShouldBe([_sandbox.At("a*.parquet")]);
    }

    [Fact]
    public void Folders_that_are_links_are_not_entered()
    {
        _sandbox.Write("real/a.parquet", "");
        Directory.CreateSymbolicLink(_sandbox.At("real/again"), _sandbox.At("real"));
        FilePattern.Files(_sandbox.At("**/a.parquet")).ShouldBe([_sandbox.At("real/a.parquet")]);
        Should.Throw<DataException>(() => FilePattern.Files(_sandbox.At("nothing*"))).Errors.ShouldHaveSingleItem().Message.ShouldBe("no file matches the pattern.");
    }
}
