using MetricsAsCode.Cli.Terminal;
using MetricsAsCode.Compiler.Emit.Sql;
using MetricsAsCode.Data;
using MetricsAsCode.Engines.DuckDb;
using MetricsAsCode.Engines.Loading;
using MetricsAsCode.Engines.Sql;
using MetricsAsCode.Time;

namespace MetricsAsCode.Cli;

/// <summary>The whole tool as a function of its arguments, streams and current directory.</summary>
internal static class MetricsTool
{
    /// <summary>Runs one command line and returns its exit code. Never throws.</summary>
    public static int Run(IReadOnlyList<string> arguments, ToolConsole console, string currentDirectory, CancellationToken stop = default, Caches? caches = null)
    {
        var tool = new ToolContext(console, currentDirectory, stop) { Caches = caches };
        try
        {
            return CommandLine.Invoke(arguments, tool);
        }
        catch (Exception e)
        {
            return Report(e, tool);
        }
    }

    private static int Report(Exception failure, ToolContext tool)
    {
        var (code, message) = failure switch
        {
            ToolException e => (e.ExitCode, e.Message),
            WorkspaceException or PeriodException => (ExitCode.Usage, failure.Message),
            SqlRefusal or DuckDbMissingException or ConnectionMissingException => (ExitCode.Usage, failure.Message),
            DataException e => (ExitCode.Data, tool.Shown(e).Message),
            IOException or UnauthorizedAccessException => (ExitCode.Usage, $"a file or stream cannot be read or written: {failure.Message.TrimEnd('.')}. Check that there is room, and that you may."),
            OperationCanceledException => (ExitCode.Stopped, "stopped; no file was changed."),
            _ => (ExitCode.Internal, $"this is a mistake of the tool, not yours. Report this line and the command: {OneLine(failure)}"),
        };
        var paint = new Paint(tool.Console.ColoursOnError);
        if (failure is DataException)
            tool.Console.Error.WriteLine(message);
        else
            tool.Console.Error.WriteLine($"{paint.Error("error:")} {message}");
        return code;
    }

    private static string OneLine(Exception e)
    {
        string frame = e.StackTrace?.Split('\n').Select(l => l.Trim()).FirstOrDefault(l => l.Contains("MetricsAsCode", StringComparison.Ordinal)) ?? "";
        return $"metrics {CommandLine.Version}: {e.GetType().Name}: {e.Message} {frame}".ReplaceLineEndings(" ").TrimEnd();
    }
}
