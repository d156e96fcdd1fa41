using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace MetricsAsCode.Cli.Output;

// 1. Every file is first written whole to a temporary file in its own folder; only when all are there are they renamed into place.
// 2. When one cannot be written, the temporary files go and nothing else has changed.
// 3. A file that has the content already is not touched.
// 4. A run that was killed leaves its temporary files behind. They are hidden, none is taken for output, and the next run that writes into the folder removes
//    those whose process is no more.

/// <summary>Writes several files or, when one fails, none.</summary>
internal sealed partial class StagedFiles : IDisposable
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private static readonly SemaphoreSlim Moving = new(1, 1);

    private readonly List<(string Temporary, string Final)> staged = [];
    private readonly HashSet<string> folders = new(StringComparer.Ordinal);

    /// <summary>Prepares one file; false when it has this content already.</summary>
    /// <exception cref="IOException">The folder or the file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The same, by permission.</exception>
    public bool Stage(string path, string content)
    {
        byte[] bytes = Utf8.GetBytes(content);
        string folder = Path.GetDirectoryName(path)!;
        if (folders.Add(folder))
            RemoveLeftovers(folder);
        if (HasContent(path, bytes))
            return false;
        if (Directory.Exists(path))
            throw new IOException($"`{path}` is a folder.");
        Directory.CreateDirectory(folder);
        string temporary = Path.Combine(folder, $".{Path.GetFileName(path)}.{Environment.ProcessId}.tmp");
        staged.Add((temporary, path));
        File.WriteAllBytes(temporary, bytes);
        return true;
    }

    /// <summary>Puts all prepared files in place.</summary>
    public void Commit()
    {
        using var held = Hold();
        foreach (var (temporary, final) in staged)
            File.Move(temporary, final, overwrite: true);
        staged.Clear();
    }

    /// <summary>Waits until no files are being put in place; none are until it is disposed of.</summary>
    public static IDisposable Hold()
    {
        Moving.Wait();
        return new Held();
    }

    /// <summary>Takes away what was not put in place.</summary>
    public void Dispose()
    {
        foreach (var (temporary, _) in staged)
            File.Delete(temporary);
        staged.Clear();
    }

    private static void RemoveLeftovers(string folder)
    {
        if (!Directory.Exists(folder))
            return;
        foreach (string file in Directory.EnumerateFiles(folder, ".*.tmp"))
        {
            if (Leftover().Match(Path.GetFileName(file)) is { Success: true } match && int.TryParse(match.Groups[1].ValueSpan, out int process) && !IsOfAnotherRun(process))
                File.Delete(file);
        }
    }

    private static bool IsOfAnotherRun(int process)
    {
        if (process == Environment.ProcessId)
            return false;
        try
        {
            using var running = Process.GetProcessById(process);
            return !running.HasExited;
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            return false;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return true;
        }
    }

    private sealed class Held : IDisposable
    {
        public void Dispose() => Moving.Release();
    }

    [GeneratedRegex(@"^\..+\.(\d+)\.tmp$")]
    private static partial Regex Leftover();

    /// <summary>Whether a file exists with exactly this content.</summary>
    public static bool HasContent(string path, string content) => HasContent(path, Utf8.GetBytes(content));

    private static bool HasContent(string path, byte[] bytes) =>
        new FileInfo(path) is { Exists: true } file && file.Length == bytes.Length && File.ReadAllBytes(path).AsSpan().SequenceEqual(bytes);
}
