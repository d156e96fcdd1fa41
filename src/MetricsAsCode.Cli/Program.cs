using System.Text;
using MetricsAsCode.Cli.Terminal;

namespace MetricsAsCode.Cli;

/// <summary>The process around the tool: real streams, the current directory, Ctrl-C.</summary>
internal static class Program
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private static int Main(string[] args)
    {
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, e) =>
        {
            e.Cancel = true;
            stop.Cancel();
        };

        // A computation that does not look at the token is not waited for: files are only ever replaced whole.
        var run = Task.Run(() => MetricsTool.Run(args, ToolConsole.OfProcess(), Directory.GetCurrentDirectory(), stop.Token, CacheFolder.OfUser()), CancellationToken.None);
        while (!run.Wait(Patience))
        {
            if (!stop.IsCancellationRequested || run.Wait(Patience))
                continue;
            Console.Error.WriteLine("error: stopped.");
            return ExitCode.Stopped;
        }

        return run.Result;
    }
}
