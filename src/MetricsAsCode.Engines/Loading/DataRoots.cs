namespace MetricsAsCode.Engines.Loading;

/// <summary>The folders that definitions may read data from. Definitions are untrusted: without this a file could name any file of the machine.</summary>
public sealed class DataRoots(params IEnumerable<string> folders)
{
    private readonly string[] roots = [.. folders.Select(f => Path.TrimEndingDirectorySeparator(Path.GetFullPath(f)))];

    /// <summary>Whether a full path lies below one of the folders, and no link on the way from there leads elsewhere.</summary>
    public bool Hold(string path) => roots.Any(root => IsBelow(root, path) && !PassesLink(root, path));

    private static bool IsBelow(string root, string path) =>
        path.StartsWith(root + (Path.EndsInDirectorySeparator(root) ? "" : Path.DirectorySeparatorChar), StringComparison.Ordinal);

    private static bool PassesLink(string root, string path)
    {
        for (string? at = path; at is not null && at.Length > root.Length; at = Path.GetDirectoryName(at))
        {
            if (new FileInfo(at).LinkTarget is not null)
                return true;
        }

        return false;
    }
}
