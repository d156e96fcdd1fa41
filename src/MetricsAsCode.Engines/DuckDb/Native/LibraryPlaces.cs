using System.Runtime.InteropServices;

namespace MetricsAsCode.Engines.DuckDb.Native;

// The places in order, the first that has the library wins:
// 1. the file that METRICS_DUCKDB names; if it is named and not there, that is an error and not a reason to look on;
// 2. beside the tool;
// 3. where the system looks for libraries;
// 4. the npm package of this platform under a `node_modules` in the current folder or the tool's, or in one above.

/// <summary>Where the C library may lie.</summary>
/// <param name="Named">What the variable <c>METRICS_DUCKDB</c> holds; null or empty when it is not set.</param>
/// <param name="ToolFolder">The folder of the tool.</param>
/// <param name="CurrentFolder">The folder the tool runs in.</param>
internal sealed record LibraryPlaces(string? Named, string ToolFolder, string CurrentFolder)
{
    public const string Variable = "METRICS_DUCKDB";

    /// <summary>The npm package that carries the library for this platform.</summary>
    public static string Package { get; } = $"@duckdb/node-bindings-{Platform}-{RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}";

    /// <summary>The file of the library on this system.</summary>
    public static string FileName => OperatingSystem.IsWindows() ? "duckdb.dll" : OperatingSystem.IsMacOS() ? "libduckdb.dylib" : "libduckdb.so";

    private static string Platform => OperatingSystem.IsWindows() ? "win32" : OperatingSystem.IsMacOS() ? "darwin" : "linux";

    public static LibraryPlaces OfThisProcess() => new(Environment.GetEnvironmentVariable(Variable), AppContext.BaseDirectory, Environment.CurrentDirectory);

    /// <summary>The library of the first place that has one.</summary>
    /// <exception cref="DuckDbMissingException">There is none, or it cannot be loaded.</exception>
    public nint Load()
    {
        if (NamedFile() is { } named)
            return LoadFile(named);
        string beside = Path.Combine(ToolFolder, FileName);
        if (File.Exists(beside))
            return LoadFile(beside);
        if (NativeLibrary.TryLoad(FileName, out nint library))
            return library;
        return LoadFile(InPackage() ?? throw Missing());
    }

    /// <summary>The file that the variable names; null when it names none.</summary>
    public string? NamedFile()
    {
        if (string.IsNullOrEmpty(Named))
            return null;
        string path = Path.GetFullPath(Named, CurrentFolder);
        return File.Exists(path) ? path : throw new DuckDbMissingException($"{Variable} names `{Named}`, which is no file. Let it name the file `{FileName}` of DuckDB, or unset it.");
    }

    /// <summary>The library in the npm package nearest to the current folder, then to the tool's; null when there is none.</summary>
    public string? InPackage() => FoldersFrom(CurrentFolder).Concat(FoldersFrom(ToolFolder))
        .Select(folder => Path.Combine(folder, "node_modules", Package.Replace('/', Path.DirectorySeparatorChar), FileName))
        .FirstOrDefault(File.Exists);

    public static DuckDbMissingException Missing() => new(
        $"DuckDB is not on this machine: its library `{FileName}` was not found. Get it with `npm install {Package}` in this folder or one above, or let {Variable} name the file.");

    private static IEnumerable<string> FoldersFrom(string folder)
    {
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
            yield return at.FullName;
    }

    private static nint LoadFile(string path)
    {
        try
        {
            return NativeLibrary.Load(path);
        }
        catch (Exception e) when (e is DllNotFoundException or BadImageFormatException)
        {
            throw new DuckDbMissingException($"`{path}` is no DuckDB library for this machine. Get one with `npm install {Package}`, or let {Variable} name one.", e);
        }
    }
}
