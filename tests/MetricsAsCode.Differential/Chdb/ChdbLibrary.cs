using System.Runtime.InteropServices;

namespace MetricsAsCode.Differential.Chdb;

/// <summary>ClickHouse is not on this machine.</summary>
internal sealed class ChdbMissingException(string message) : Exception(message);

/// <summary>Loads libchdb, ClickHouse as a library, once for the process: the file that METRICS_CHDB names, or the npm package under a <c>node_modules</c>.</summary>
internal static class ChdbLibrary
{
    public const string Name = "chdb";
    private const string Variable = "METRICS_CHDB", FileName = "libchdb.so";
    private static readonly string Package = $"@chdb/lib-linux-{RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}-gnu";
    private static readonly Lazy<nint> Library = new(static () =>
    {
        nint library = NativeLibrary.Load(Place());
        NativeLibrary.SetDllImportResolver(typeof(ChdbLibrary).Assembly, (name, _, _) => name == Name ? library : 0);
        return library;
    });

    /// <summary>Must come before any call of <see cref="ChdbNative"/>.</summary>
    /// <exception cref="ChdbMissingException">It lies nowhere.</exception>
    public static void Load() => _ = Library.Value;

    /// <summary>The file of the library.</summary>
    /// <exception cref="ChdbMissingException">It lies nowhere.</exception>
    public static string Place()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named)
            return File.Exists(named) ? named : throw new ChdbMissingException($"{Variable} names `{named}`, which is no file.");
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            string file = Path.Combine(at.FullName, "node_modules", Package, FileName);
            if (File.Exists(file))
                return file;
        }

        throw new ChdbMissingException($"ClickHouse is not on this machine: run tests/engines/install.sh, or let {Variable} name `{FileName}`.");
    }
}
