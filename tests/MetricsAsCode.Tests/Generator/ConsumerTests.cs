using MetricsAsCode.Calculation;
using MetricsAsCode.Generator;

namespace MetricsAsCode.Tests.Generator;

/// <summary>The package as a pipeline uses it. The consumer is built with the tests, through the generator.</summary>
public class ConsumerTests
{
    [Fact]
    public void A_project_with_definitions_gets_a_typed_calculator()
    {
        var (exit, output) = Dotnet.Run(Repository.Root, Consumer(), Repository.PathOf("metrics-defs/northwind/data"));

        output.ReplaceLineEndings("\n").ShouldBe("""
            revenue 1,265,793.04 USD, 37 late orders, 88 of 89 customers came back
            1996 208,083.97 USD
            1997 617,085.20 USD
            1998 440,623.87 USD
            Germany 64, shipped there 64, 21 countries

            """);
        exit.ShouldBe(0);
    }

    [Fact]
    public void A_mistake_fails_the_build_at_its_line()
    {
        string folder = Directory.CreateTempSubdirectory("metrics-mistake").FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "shop.metrics"), "module shop\n\nsource orders from csv \"o.csv\" {\n  id integer key\n}\n\nmetric m = sum(orders.amont)\n");
            File.WriteAllText(Path.Combine(folder, "C.cs"), "class C;\n");
            File.WriteAllText(Path.Combine(folder, "mistake.csproj"), Project());

            var (exit, output) = Dotnet.Run(folder, "build", "-nologo", "-v:q");

            exit.ShouldNotBe(0);
            output.ShouldContain("shop.metrics(7,23): error MAC2");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Project()
    {
        string generator = typeof(MetricsGenerator).Assembly.Location;
        string[] analyzers = [generator, typeof(Compiler.Compilation).Assembly.Location, typeof(Sprache.Parse).Assembly.Location];
        return $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework><UseSharedCompilation>false</UseSharedCompilation></PropertyGroup>
              <ItemGroup>
                <Reference Include="{typeof(Calculator).Assembly.Location}" />
                {string.Join("\n    ", analyzers.Select(a => $"<Analyzer Include=\"{a}\" />"))}
                <AdditionalFiles Include="*.metrics" />
              </ItemGroup>
            </Project>
            """;
    }

    private static string Consumer()
    {
        string own = Path.GetDirectoryName(typeof(ConsumerTests).Assembly.Location)!;
        return own.Replace("MetricsAsCode.Tests" + Path.DirectorySeparatorChar, "MetricsAsCode.Tests.Consumer" + Path.DirectorySeparatorChar)
            + Path.DirectorySeparatorChar + "MetricsAsCode.Tests.Consumer.dll";
    }
}
