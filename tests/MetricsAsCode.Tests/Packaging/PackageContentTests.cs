using System.IO.Compression;
using System.Text;
using System.Xml.Linq;

namespace MetricsAsCode.Tests.Packaging;

[Collection(Packages.Name)]
public sealed class PackageContentTests(PackedPackages packages)
{
    public static TheoryData<string, string[], string[]> Libraries => new()
    {
        {
            "MetricsAsCode",
            [
                "analyzers/dotnet/cs/MetricsAsCode.Compiler.dll", "analyzers/dotnet/cs/MetricsAsCode.Generator.dll", "analyzers/dotnet/cs/Sprache.dll",
                "build/MetricsAsCode.props", "lib/net10.0/MetricsAsCode.dll", "lib/net10.0/MetricsAsCode.xml",
            ],
            []
        },
        {
            "MetricsAsCode.Compiler",
            ["lib/netstandard2.0/MetricsAsCode.Compiler.dll", "lib/netstandard2.0/MetricsAsCode.Compiler.xml"],
            ["Sprache", "System.Collections.Immutable", "System.Memory"]
        },
        {
            "MetricsAsCode.Engines",
            ["lib/net10.0/MetricsAsCode.Engines.dll", "lib/net10.0/MetricsAsCode.Engines.xml"],
            ["MetricsAsCode", "MetricsAsCode.Compiler", "Microsoft.CodeAnalysis.CSharp", "Microsoft.Extensions.DependencyInjection.Abstractions", "Microsoft.Extensions.Logging.Abstractions", "Npgsql", "Sprache"]
        },
        {
            "MetricsAsCode.Scorecards",
            ["lib/net10.0/MetricsAsCode.Scorecards.dll", "lib/net10.0/MetricsAsCode.Scorecards.xml"],
            ["Handlebars.Net", "MetricsAsCode", "MetricsAsCode.Compiler", "Sprache"]
        },
    };

    [Theory]
    [MemberData(nameof(Libraries))]
    public void A_package_holds_what_it_should_and_needs_what_it_says(string id, string[] files, string[] dependencies)
    {
        using var package = packages.Open(id);
        ContentsOf(package).Select(e => e.FullName).ShouldBe(["LICENSE", "PACKAGE.md", .. files]);
        MetadataOf(package).Descendants().Where(e => e.Name.LocalName == "dependency").Select(e => e.Attribute("id")!.Value).Order(StringComparer.Ordinal).ShouldBe(dependencies);
    }

    [Theory]
    [InlineData("MetricsAsCode")]
    [InlineData("MetricsAsCode.Compiler")]
    [InlineData("MetricsAsCode.Engines")]
    [InlineData("MetricsAsCode.Scorecards")]
    [InlineData("MetricsAsCode.Tool")]
    public void A_package_says_what_it_is_under_which_licence(string id)
    {
        using var package = packages.Open(id);
        var said = MetadataOf(package).Elements().ToLookup(e => e.Name.LocalName, e => e.Value);
        said["version"].ShouldBe([packages.Version]);
        said["license"].ShouldBe(["MIT"]);
        said["readme"].ShouldBe(["PACKAGE.md"]);
        said["description"].Single().Length.ShouldBeGreaterThan(40);
        said["projectUrl"].ShouldBeEmpty();
        new StreamReader(package.GetEntry("LICENSE")!.Open()).ReadToEnd().ShouldBe(Repository.Read("LICENSE"));
    }

    /// <summary>The checkout's path would be in symbols, in attributes or in texts of exceptions.</summary>
    [Fact]
    public void Nothing_says_where_it_was_built()
    {
        string[] said = [Repository.Root, Environment.UserName.Length > 3 ? Environment.UserName + Path.DirectorySeparatorChar : Repository.Root];
        foreach (string file in Directory.EnumerateFiles(packages.Folder, "*.nupkg"))
        {
            using var package = ZipFile.OpenRead(file);
            foreach (var entry in ContentsOf(package))
            {
                byte[] bytes = Bytes(entry);
                foreach (string path in said)
                    (Holds(bytes, Encoding.UTF8.GetBytes(path)) || Holds(bytes, Encoding.Unicode.GetBytes(path))).ShouldBeFalse($"{file}: {entry.FullName} holds {path}");
            }
        }
    }

    [Fact]
    public void Packed_from_another_folder_it_is_the_same_to_the_byte()
    {
        string elsewhere = Directory.CreateTempSubdirectory("metrics-elsewhere").FullName;
        try
        {
            foreach (string project in new[] { "Shared", "MetricsAsCode", "MetricsAsCode.Compiler", "MetricsAsCode.Generator" })
                Copy(Repository.PathOf($"src/{project}"), Path.Combine(elsewhere, "src", project));
            foreach (string file in new[] { "Directory.Build.props", "Directory.Packages.props", "LICENSE", "src/Directory.Build.props", ".editorconfig", "global.json" })
                File.Copy(Repository.PathOf(file), Path.Combine(elsewhere, file));
            PackedPackages.Pack(elsewhere, "src/MetricsAsCode", "--artifacts-path", "artifacts", "-o", "out", "-p:RunAnalyzers=false");

            using var ours = packages.Open("MetricsAsCode");
            using var theirs = ZipFile.OpenRead(Path.Combine(elsewhere, "out", $"MetricsAsCode.{packages.Version}.nupkg"));
            foreach (var entry in ContentsOf(ours))
                Bytes(theirs.GetEntry(entry.FullName)!).AsSpan().SequenceEqual(Bytes(entry)).ShouldBeTrue(entry.FullName);
        }
        finally
        {
            Directory.Delete(elsewhere, recursive: true);
        }
    }

    private static bool Holds(byte[] bytes, byte[] part) => bytes.AsSpan().IndexOf(part) >= 0;

    private static void Copy(string from, string to)
    {
        foreach (string file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            string relative = Path.GetRelativePath(from, file);
            if (relative.Split(Path.DirectorySeparatorChar)[0] is "bin" or "obj")
                continue;
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(to, relative))!);
            File.Copy(file, Path.Combine(to, relative));
        }
    }

    // What packing itself adds (manifest, relations, an id of its own) is left out.
    private static IEnumerable<ZipArchiveEntry> ContentsOf(ZipArchive package) => package.Entries
        .Where(e => !e.FullName.EndsWith(".nuspec", StringComparison.Ordinal) && !e.FullName.EndsWith(".psmdcp", StringComparison.Ordinal) && e.FullName is not ("_rels/.rels" or "[Content_Types].xml"))
        .OrderBy(e => e.FullName, StringComparer.Ordinal);

    private static XElement MetadataOf(ZipArchive package)
    {
        using var nuspec = package.Entries.Single(e => e.FullName.EndsWith(".nuspec", StringComparison.Ordinal)).Open();
        return XDocument.Load(nuspec).Root!.Elements().Single();
    }

    private static byte[] Bytes(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
