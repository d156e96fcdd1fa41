using System.Text;
using MetricsAsCode.Cli.Output;
using MetricsAsCode.Cli.Terminal;

namespace MetricsAsCode.Cli;

/// <summary>The process around the tool: real streams, the current directory, Ctrl-C.</summary>
internal static class Program
{
    // How long the work may take to stop by itself, of the tenth of a second in which the tool does.
    private static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(50);

    private static int Main(string[] args)
    {
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, e) =>
        {
            e.Cancel = true;
            stop.Cancel();
        };

        var console = ToolConsole.OfProcess();
        var run = Task.Run(() => MetricsTool.Run(args, console, Directory.GetCurrentDirectory(), stop.Token, CacheFolder.OfUser()), CancellationToken.None);
        WaitHandle.WaitAny([((IAsyncResult)run).AsyncWaitHandle, stop.Token.WaitHandle]);
        if (!run.Wait(Grace, CancellationToken.None))
            Leave(console);
        return run.Result;
    }

    // A computation that does not look at the token is not waited for, but for files that are being put in place.
    private static void Leave(ToolConsole console)
    {
        using var nothingMoves = StagedFiles.Hold();
        if (console.ErrorIsTerminal)
            console.Error.Write(Progress.Wipe);
        console.Error.WriteLine("error: stopped; every file is as it was before or as it is now, each whole.");
        Environment.Exit(ExitCode.Stopped);
    }
}
