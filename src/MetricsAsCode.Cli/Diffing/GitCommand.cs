using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace MetricsAsCode.Cli.Diffing;

/// <summary>Runs git with arguments that are passed as they are: no shell reads them, and nothing is asked of the user.</summary>
internal static class GitCommand
{
    private static readonly (string Name, string Value)[] Quietly =
    [
        ("LC_ALL", "C"), ("GIT_TERMINAL_PROMPT", "0"), ("GIT_OPTIONAL_LOCKS", "0"), ("GIT_PAGER", ""),
    ];

    /// <summary>What git writes, and its exit code.</summary>
    /// <param name="folder">Where it runs.</param>
    /// <param name="input">What it reads; null for nothing.</param>
    /// <exception cref="ToolException">There is no git.</exception>
    public static (int Code, byte[] Output, string Error) Run(string folder, IEnumerable<string> arguments, byte[]? input, CancellationToken stop)
    {
        using var git = Start(folder, arguments);
        using var stopping = stop.Register(() => Kill(git));
        using var output = new MemoryStream();
        // All three streams at once: git waits when one of them is full.
        var reading = git.StandardOutput.BaseStream.CopyToAsync(output, CancellationToken.None);
        var failing = git.StandardError.ReadToEndAsync(CancellationToken.None);
        Feed(git, input);
        Task.WaitAll([reading, failing], CancellationToken.None);
        git.WaitForExit();
        stop.ThrowIfCancellationRequested();
        return (git.ExitCode, output.ToArray(), failing.Result.Trim());
    }

    private static Process Start(string folder, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("git", arguments)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var (name, value) in Quietly)
            start.Environment[name] = value;
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception e)
        {
            throw new ToolException(ExitCode.Usage, "git cannot be run. Install it, or compare two folders: metrics diff --old FOLDER --new FOLDER.", e);
        }
    }

    private static void Feed(Process git, byte[]? input)
    {
        try
        {
            using var stream = git.StandardInput.BaseStream;
            stream.Write(input ?? []);
        }
        catch (IOException)
        {
            // It ended before it had read all; its exit code and its words say why.
        }
    }

    private static void Kill(Process git)
    {
        try
        {
            git.Kill();
        }
        catch (InvalidOperationException)
        {
            // It has ended by itself.
        }
    }
}
