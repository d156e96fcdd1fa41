using System.IO.Enumeration;
using MetricsAsCode.Data;

namespace MetricsAsCode.Engines.Loading;

// 1. `*` is any number of characters of a name, `?` is one, `**` is any number of folders; a file that has such a name itself is meant before all others.
// 2. Names beginning with a point are left out unless the pattern's name begins with one, as in a shell.
// 3. Files come in ordinal order of their paths with `/`, the same on every machine.

/// <summary>The files that a place with wildcards means.</summary>
internal static class FilePattern
{
    private const string AnyFolders = "**";

    private static readonly EnumerationOptions Everything = new() { AttributesToSkip = 0, MatchType = MatchType.Simple, IgnoreInaccessible = false };

    /// <summary>The files of a full path, at least one.</summary>
    /// <exception cref="DataException">There is none, or a folder cannot be read.</exception>
    public static IReadOnlyList<string> Files(string path)
    {
        if (File.Exists(path))
            return [path];
        if (Directory.Exists(path))
            throw Failed(path, "this is a directory, not a file. Write which files are meant, e.g. `/*.parquet` behind it.");
        if (!HasWildcards(path))
            throw Failed(path, "the file does not exist.");
        try
        {
            string root = Path.GetPathRoot(path)!;
            string[] segments = path[root.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries);
            string[] files = [.. Matches(root, segments).Distinct(StringComparer.Ordinal).OrderBy(Slashed, StringComparer.Ordinal)];
            return files.Length > 0 ? files : throw Failed(path, "no file matches the pattern.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Failed(path, $"the pattern cannot be followed: {e.Message}", e);
        }
    }

    private static IEnumerable<string> Matches(string folder, ReadOnlyMemory<string> segments)
    {
        string segment = segments.Span[0];
        var rest = segments[1..];
        if (segment == AnyFolders)
            return rest.IsEmpty ? FilesBelow(folder) : Folders(folder).Prepend(folder).SelectMany(f => f == folder ? Matches(f, rest) : Matches(f, segments));
        if (!HasWildcards(segment))
            return Exact(Path.Combine(folder, segment), rest);
        return rest.IsEmpty
            ? Directory.EnumerateFiles(folder, "*", Everything).Where(f => IsMatch(segment, f))
            : Folders(folder).Where(f => IsMatch(segment, f)).SelectMany(f => Matches(f, rest));
    }

    private static IEnumerable<string> Exact(string path, ReadOnlyMemory<string> rest) => rest.IsEmpty
        ? File.Exists(path) ? [path] : []
        : Directory.Exists(path) ? Matches(path, rest) : [];

    private static IEnumerable<string> FilesBelow(string folder) =>
        Directory.EnumerateFiles(folder, "*", Everything).Where(f => IsMatch("*", f)).Concat(Folders(folder).SelectMany(FilesBelow));

    // A link to a folder could lead in a circle, or out.
    private static IEnumerable<string> Folders(string folder) =>
        Directory.EnumerateDirectories(folder, "*", Everything).Where(f => IsMatch("*", f) && new DirectoryInfo(f).LinkTarget is null);

    private static bool IsMatch(string pattern, string path)
    {
        var name = Path.GetFileName(path.AsSpan());
        return (name[0] != '.' || pattern[0] == '.') && FileSystemName.MatchesSimpleExpression(pattern.Replace(@"\", @"\\", StringComparison.Ordinal), name, ignoreCase: false);
    }

    private static bool HasWildcards(string path) => path.AsSpan().ContainsAny('*', '?');

    private static string Slashed(string path) => Path.DirectorySeparatorChar == '/' ? path : path.Replace(Path.DirectorySeparatorChar, '/');

    private static DataException Failed(string path, string message, Exception? inner = null) => new([new DataError(path, 0, 0, null, null, message)], 1, inner);
}
