using System.Text;
using MetricsAsCode.Compiler.Text;

namespace MetricsAsCode.Engines.Loading;

/// <summary>Finds and reads definition files. Links are not followed, so nothing outside the root is ever read.</summary>
internal static class DefinitionFiles
{
    private const string Extension = ".metrics";

    private static readonly EnumerationOptions Everything = new()
    {
        RecurseSubdirectories = true,
        AttributesToSkip = FileAttributes.ReparsePoint,
        IgnoreInaccessible = false,
        MatchType = MatchType.Simple,
    };

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The full paths of the files under a path, in ordinal order of their path with <c>/</c>.</summary>
    public static IReadOnlyList<string> Under(string path, string baseDirectory)
    {
        string full = Path.GetFullPath(path, baseDirectory);
        if (File.Exists(full))
            return full.EndsWith(Extension, StringComparison.Ordinal) ? [full] : throw new WorkspaceException($"`{path}` is not a `{Extension}` file. Name a `{Extension}` file or a folder.");
        if (!Directory.Exists(full))
            throw new WorkspaceException($"`{path}` does not exist. Name a folder with `{Extension}` files, or one such file.");
        var files = Search(full, path);
        return files.Count > 0 ? files : throw new WorkspaceException($"`{path}` holds no `{Extension}` file. Name a folder with definitions.");
    }

    /// <summary>The folder that a path names, or that of the file it names.</summary>
    public static string FolderOf(string path, string baseDirectory)
    {
        string full = Path.GetFullPath(path, baseDirectory);
        return Directory.Exists(full) ? full : Path.GetDirectoryName(full)!;
    }

    /// <summary>The text of a file, or why it is none.</summary>
    public static (SourceText? Text, FileProblem? Problem) Read(string full, string baseDirectory)
    {
        string shown = Relative(full, baseDirectory);
        try
        {
            byte[] bytes = File.ReadAllBytes(full);
            return Decode(shown, bytes);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return (null, new FileProblem(shown, 0, 0, $"the file cannot be read ({e.Message.TrimEnd('.')}). Check that it is still there and that you may read it."));
        }
    }

    /// <summary>A path relative to a folder, with <c>/</c> on every system.</summary>
    public static string Relative(string full, string baseDirectory) => Slashed(Path.GetRelativePath(baseDirectory, full));

    private static string Slashed(string path) => Path.DirectorySeparatorChar == '/' ? path : path.Replace(Path.DirectorySeparatorChar, '/');

    private static List<string> Search(string full, string path)
    {
        try
        {
            return [.. Directory.EnumerateFiles(full, "*" + Extension, Everything).OrderBy(Slashed, StringComparer.Ordinal)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new WorkspaceException($"`{path}` cannot be searched ({e.Message.TrimEnd('.')}). Name a folder that you may read.", e);
        }
    }

    /// <summary>A file's bytes as text, or why they are none.</summary>
    public static (SourceText? Text, FileProblem? Problem) Decode(string shown, byte[] bytes)
    {
        int bom = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
        try
        {
            return (new SourceText(shown, Strict.GetString(bytes, bom, bytes.Length - bom)), null);
        }
        catch (DecoderFallbackException e)
        {
            var good = new SourceText(shown, Encoding.UTF8.GetString(bytes, bom, Math.Clamp(e.Index, 0, bytes.Length - bom)));
            var at = good.PositionOf(good.Content.Length);
            return (null, new FileProblem(shown, at.Line, at.Column, $"the file is not UTF-8 (byte 0x{bytes[Math.Min(bom + e.Index, bytes.Length - 1)]:X2} here). Save it as UTF-8."));
        }
    }
}
