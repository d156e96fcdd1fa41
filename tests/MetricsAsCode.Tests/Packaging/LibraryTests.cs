using MetricsAsCode.Tests.Docs;

namespace MetricsAsCode.Tests.Packaging;

/// <summary>The libraries, as their own pages say they are used.</summary>
[Collection(Packages.Name)]
public sealed class LibraryTests(PackedPackages packages)
{
    private const string RuntimePage = "src/MetricsAsCode/PACKAGE.md";
    private const string EnginesPage = "src/MetricsAsCode.Engines/PACKAGE.md";
    private const string ScorecardsPage = "src/MetricsAsCode.Scorecards/PACKAGE.md";

    [Fact]
    public void The_package_and_a_file_of_definitions_are_all_it_takes()
    {
        var folder = packages.NewFolder().WriteBlocksOf(RuntimePage).WriteProject("shop", "MetricsAsCode");
        folder.Build();
        folder.Dotnet("bin/out/shop.dll").ShouldBe((0, Output(RuntimePage)));

        // A mistake fails the build at its line; a second file of definitions counts without being named.
        folder.Write("more/late.metrics", "module shop\n\nmetric late = sum(orders.amont)\n");
        var (exit, output) = folder.Dotnet("build", "-nologo", "-v:q", "--no-restore", "-o", "bin/out", "-p:UseSharedCompilation=false");
        exit.ShouldBe(1);
        output.ShouldContain($"{folder.At("more/late.metrics")}(3,26): error MAC2004: `orders` has no column `amont`. Did you mean `amount`?");
    }

    [Fact]
    public void Engines_and_scorecards_run_definitions_that_are_not_known_at_build()
    {
        var folder = packages.NewFolder().WriteBlocksOf(RuntimePage).WriteBlocksOf(EnginesPage).WriteProject("shop", "MetricsAsCode.Engines", "MetricsAsCode.Scorecards");
        folder.Build();
        folder.Dotnet("bin/out/shop.dll").ShouldBe((0, Output(EnginesPage)));

        folder.WriteBlocksOf(ScorecardsPage).Build("--no-restore");
        var (exit, scorecard) = folder.Dotnet("bin/out/shop.dll");
        scorecard.ShouldStartWith("# Second quarter\n");
        scorecard.ShouldContain("Sell for 100 EUR");
        scorecard.ShouldContain("79.20 EUR");
        exit.ShouldBe(0);
    }

    private static string Output(string page) => MarkdownBlocks.In(Repository.Read(page)).Single(b => b.Info == "text").Text;
}
