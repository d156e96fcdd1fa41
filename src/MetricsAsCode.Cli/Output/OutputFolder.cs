namespace MetricsAsCode.Cli.Output;

/// <summary>Writes files whole or not at all, and says in one sentence why a folder cannot be written.</summary>
internal static class OutputFolder
{
    /// <summary>Writes what differs and deletes what is named.</summary>
    /// <returns>The files that changed.</returns>
    /// <exception cref="ToolException">A file cannot be written; then none was.</exception>
    public static IReadOnlyList<string> Write(ToolContext tool, IEnumerable<(string Path, string Content)> files, IEnumerable<string> delete)
    {
        using var staged = new StagedFiles();
        var changed = new List<string>();
        string at = "";
        try
        {
            foreach (var (path, content) in files)
            {
                tool.Stop.ThrowIfCancellationRequested();
                at = path;
                if (staged.Stage(path, content))
                    changed.Add(path);
            }

            staged.Commit();
            foreach (string path in delete)
                Delete(at = path);
            return changed;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            throw ToolException.Usage($"`{tool.Shown(at)}` cannot be written ({e.Message.TrimEnd('.')}). Name a folder that you may write with --out.");
        }
    }

    // A folder of pictures that has none left goes with the last one.
    private static void Delete(string path)
    {
        File.Delete(path);
        string folder = Path.GetDirectoryName(path)!;
        if (Path.GetExtension(path) == ".svg" && !Directory.EnumerateFileSystemEntries(folder).Any())
            Directory.Delete(folder);
    }
}
