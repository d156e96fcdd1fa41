using MetricsAsCode.Engines.Caching;
using MetricsAsCode.Engines.Compiled;

namespace MetricsAsCode.Cli;

// 1. METRICS_CACHE names a folder, or says `off`.
// 2. Else it is `metrics` in the folder in which the system keeps a user's caches.

/// <summary>Where compiled calculators and columns of large files are kept.</summary>
internal static class CacheFolder
{
    public const string Variable = "METRICS_CACHE";
    private const string Off = "off";

    /// <summary>The caches of whoever runs the tool; null when they are off or there is no place for them.</summary>
    public static Caches? OfUser() => Of(Environment.GetEnvironmentVariable, Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData)) is { } folder
        ? new Caches(new AssemblyCache(Path.Combine(folder, "calculators")), new ColumnCache(Path.Combine(folder, "columns")))
        : null;

    /// <param name="variable">The environment.</param>
    /// <param name="applications">Where the system keeps what is the user's own on this machine; empty when it says nothing.</param>
    public static string? Of(Func<string, string?> variable, string applications)
    {
        if (variable(Variable) is { Length: > 0 } named)
            return named == Off ? null : Path.GetFullPath(named);
        string? caches = OperatingSystem.IsWindows() ? applications
            : variable("XDG_CACHE_HOME") is { Length: > 0 } given && Path.IsPathFullyQualified(given) ? given
            : variable("HOME") is { Length: > 0 } home ? Path.Combine(home, OperatingSystem.IsMacOS() ? "Library/Caches" : ".cache")
            : null;
        return string.IsNullOrEmpty(caches) ? null : Path.Combine(caches, "metrics");
    }
}
