using MetricsAsCode.Cli.Terminal;

namespace MetricsAsCode.Cli;

/// <summary>What every verb is given: the streams, the current directory, and the token that Ctrl-C sets.</summary>
internal sealed record ToolContext(ToolConsole Console, string CurrentDirectory, CancellationToken Stop)
{
    /// <summary>A path as the user sees it: relative to the current directory, with <c>/</c>.</summary>
    public string Shown(string fullPath)
    {
        string relative = Path.GetRelativePath(CurrentDirectory, fullPath);
        return Path.DirectorySeparatorChar == '/' ? relative : relative.Replace(Path.DirectorySeparatorChar, '/');
    }

    public string Full(string path) => Path.GetFullPath(path, CurrentDirectory);
}
