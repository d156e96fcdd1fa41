using System.Text;

namespace MetricsAsCode.Cli.Output;

// 1. Every file is first written whole to a temporary file in its own folder; only when all are there are they renamed into place.
// 2. When one cannot be written, the temporary files go and nothing else has changed.
// 3. A file that has the content already is not touched.

/// <summary>Writes several files or, when one fails, none.</summary>
internal sealed class StagedFiles : IDisposable
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly List<(string Temporary, string Final)> staged = [];

    /// <summary>Prepares one file; false when it has this content already.</summary>
    /// <exception cref="IOException">The folder or the file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The same, by permission.</exception>
    public bool Stage(string path, string content)
    {
        byte[] bytes = Utf8.GetBytes(content);
        if (HasContent(path, bytes))
            return false;
        if (Directory.Exists(path))
            throw new IOException($"`{path}` is a folder.");
        string folder = Path.GetDirectoryName(path)!;
        Directory.CreateDirectory(folder);
        string temporary = Path.Combine(folder, $".{Path.GetFileName(path)}.{Environment.ProcessId}.tmp");
        staged.Add((temporary, path));
        File.WriteAllBytes(temporary, bytes);
        return true;
    }

    /// <summary>Puts all prepared files in place.</summary>
    public void Commit()
    {
        foreach (var (temporary, final) in staged)
            File.Move(temporary, final, overwrite: true);
        staged.Clear();
    }

    /// <summary>Takes away what was not put in place.</summary>
    public void Dispose()
    {
        foreach (var (temporary, _) in staged)
            File.Delete(temporary);
        staged.Clear();
    }

    /// <summary>Whether a file exists with exactly this content.</summary>
    public static bool HasContent(string path, string content) => HasContent(path, Utf8.GetBytes(content));

    private static bool HasContent(string path, byte[] bytes) =>
        new FileInfo(path) is { Exists: true } file && file.Length == bytes.Length && File.ReadAllBytes(path).AsSpan().SequenceEqual(bytes);
}
