using System.Reflection.PortableExecutable;
using System.Runtime.InteropServices;

namespace MetricsAsCode.Tests.Packaging;

/// <summary>The tool, installed into a folder and run on definitions outside the checkout.</summary>
[Collection(Packages.Name)]
public sealed class ToolTests(PackedPackages packages)
{
    [Fact]
    public void The_tool_is_installed_and_does_its_work()
    {
        var folder = packages.NewFolder();
        foreach (string file in Directory.EnumerateFiles(Repository.PathOf("metrics-defs/northwind"), "*", SearchOption.AllDirectories))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(folder.At(Path.GetRelativePath(Repository.Root, file)))!);
            File.Copy(file, folder.At(Path.GetRelativePath(Repository.Root, file)));
        }

        var (exit, output) = folder.Dotnet("tool", "install", "MetricsAsCode.Tool", "--tool-path", "tools", "--version", packages.Version, "--add-source", packages.Folder);
        exit.ShouldBe(0, output);
        string metrics = folder.At("tools/metrics");

        folder.Run(metrics, "--version").ShouldBe((0, $"metrics {packages.Version}\n"));
        folder.Run(metrics, "check").ShouldBe((0, "northwind: 3 sources, 15 metrics, 2 objectives, 1 scorecard, 13 tests: no mistakes\n"));
        folder.Run(metrics, "test").ShouldBe((0, "13 tests, 35 expectations: all passed\n"));
        folder.Run(metrics, "scorecard").ExitCode.ShouldBe(0);
        File.ReadAllText(folder.At("generated/scorecards/northwind-q1_1998.md")).ShouldBe(Repository.Read("generated/scorecards/northwind-q1_1998.md"));
    }

    [Fact]
    public void It_is_packed_as_machine_code_where_there_is_some()
    {
        if (!PackedPackages.HasMachineCode)
            return;
        using var package = packages.Open($"MetricsAsCode.Tool.{RuntimeInformation.RuntimeIdentifier}");
        foreach (string name in new[] { "metrics.dll", "MetricsAsCode.dll", "MetricsAsCode.Compiler.dll", "Microsoft.CodeAnalysis.CSharp.dll" })
        {
            using var copy = new MemoryStream();
            using (var stream = package.Entries.Single(e => e.Name == name).Open())
                stream.CopyTo(copy);
            copy.Position = 0;
            using var assembly = new PEReader(copy);
            assembly.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size.ShouldBeGreaterThan(0, name);
        }
    }
}
