using MetricsAsCode.Tests.Docs;
using MetricsAsCode.Tests.Generator;

namespace MetricsAsCode.Tests.Packaging;

/// <summary>A folder outside the checkout, with nothing of it but the packages.</summary>
public sealed class StrangersFolder
{
    private readonly string cache;
    private readonly string version;

    internal StrangersFolder(string root, string packages, string cache, string version)
    {
        (Root, this.cache, this.version) = (root, cache, version);
        Write("nuget.config", $"""<configuration><packageSources><add key="packages" value="{packages}" /></packageSources></configuration>""");
    }

    public string Root { get; }

    public string At(string file) => Path.Combine(Root, file);

    public StrangersFolder Write(string file, string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(file))!);
        File.WriteAllText(At(file), content);
        return this;
    }

    /// <summary>A project that is as strict as a project can be.</summary>
    public StrangersFolder WriteProject(string name, params string[] packages) => Write($"{name}.csproj", $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <Nullable>enable</Nullable>
            <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
            <GenerateDocumentationFile>true</GenerateDocumentationFile>
            <AnalysisLevel>latest</AnalysisLevel>
            <NuGetAudit>false</NuGetAudit>
          </PropertyGroup>
          <ItemGroup>
            {string.Join("\n    ", packages.Select(p => $"<PackageReference Include=\"{p}\" Version=\"{version}\" />"))}
          </ItemGroup>
        </Project>
        """);

    /// <summary>Writes the blocks of a page that name a file.</summary>
    public StrangersFolder WriteBlocksOf(string page)
    {
        foreach (var block in MarkdownBlocks.In(Repository.Read(page)))
        {
            if (block.Info.Split(' ') is [_, var file])
                Write(file, block.Text);
        }

        return this;
    }

    public string Build(params string[] more)
    {
        var (exit, output) = Dotnet(["build", "-nologo", "-v:q", "-o", "bin/out", "-p:UseSharedCompilation=false", .. more]);
        exit.ShouldBe(0, output);
        return output;
    }

    public (int ExitCode, string Output) Dotnet(params string[] arguments) => Run("dotnet", arguments);

    public (int ExitCode, string Output) Run(string program, params string[] arguments)
    {
        var (exit, output) = Generator.Dotnet.Run(Root, program, [("NUGET_PACKAGES", cache), ("DOTNET_NOLOGO", "1")], arguments);
        return (exit, output.ReplaceLineEndings("\n"));
    }
}
