using MetricsAsCode.Cli.Terminal;
using MetricsAsCode.Data;

namespace MetricsAsCode.Cli;

/// <summary>What every verb is given: the streams, the current directory, and the token that Ctrl-C sets.</summary>
internal sealed record ToolContext(ToolConsole Console, string CurrentDirectory, CancellationToken Stop)
{
    /// <summary>What is kept from one run to the next; null for nothing.</summary>
    public Caches? Caches { get; init; }

    /// <summary>A path as the user sees it: relative to the current directory, with <c>/</c>.</summary>
    public string Shown(string fullPath)
    {
        string relative = Path.GetRelativePath(CurrentDirectory, fullPath);
        return Path.DirectorySeparatorChar == '/' ? relative : relative.Replace(Path.DirectorySeparatorChar, '/');
    }

    /// <summary>The same errors, their files as the user sees them.</summary>
    public DataException Shown(DataException e) =>
        new([.. e.Errors.Select(error => Path.IsPathFullyQualified(error.File) ? error with { File = Shown(error.File) } : error)], e.TotalErrors, e);

    public string Full(string path) => Path.GetFullPath(path, CurrentDirectory);
}
