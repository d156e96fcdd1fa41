using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using MetricsAsCode.Tests.Docs;
using MetricsAsCode.Tests.Generator;

namespace MetricsAsCode.Tests.Packaging;

/// <summary>
/// The packages, packed once, and a package cache that was empty when the tests began. Symbols and machine code as in a release, the latter only for this machine.
/// </summary>
public sealed class PackedPackages : IDisposable
{
    private static readonly string[] MachineCodeFor = ["linux-x64", "win-x64"];

    private readonly string root = Directory.CreateTempSubdirectory("metrics-packages").FullName;

    public PackedPackages()
    {
        Version = Regex.Match(Repository.Read("Directory.Build.props"), "<Version>(.+)</Version>").Groups[1].Value;
        string[] machineCode = HasMachineCode ? ["-p:ReadyToRun=true", $"-p:ToolRuntimes={RuntimeInformation.RuntimeIdentifier}"] : [];
        Pack(Repository.Root, Repository.PathOf("MetricsAsCode.sln"), "--artifacts-path", Repository.PathOf("artifacts"), "-o", Folder, machineCode);
    }

    /// <summary>Whether the tool is packed as machine code here.</summary>
    public static bool HasMachineCode => MachineCodeFor.Contains(RuntimeInformation.RuntimeIdentifier);

    /// <summary>The version of all packages.</summary>
    public string Version { get; }

    /// <summary>Where the packages lie.</summary>
    public string Folder => Path.Combine(root, "packages");

    /// <summary>Packs from some checkout.</summary>
    public static void Pack(string checkout, string project, params object[] arguments)
    {
        string[] all = ["pack", project, "-c", "Release", "-nologo", "-v:q", "-p:UseSharedCompilation=false", .. arguments.SelectMany(a => a as string[] ?? [(string)a])];
        var (exit, output) = Dotnet.Run(checkout, all);
        exit.ShouldBe(0, output);
    }

    /// <summary>A package as an archive.</summary>
    public ZipArchive Open(string id) => ZipFile.OpenRead(Path.Combine(Folder, $"{id}.{Version}.nupkg"));

    /// <summary>An empty folder of a stranger, who has the packages in a folder and otherwise the feeds of the machine.</summary>
    public StrangersFolder NewFolder() => new(Directory.CreateDirectory(Path.Combine(root, Guid.NewGuid().ToString("N"))).FullName, Folder, Path.Combine(root, "cache"), Version);

    public void Dispose() => Directory.Delete(root, recursive: true);
}

/// <summary>Tests that share the packages, which are packed once.</summary>
[CollectionDefinition(Name)]
public sealed class Packages : ICollectionFixture<PackedPackages>
{
    public const string Name = "packages";
}
