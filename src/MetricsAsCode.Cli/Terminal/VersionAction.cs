using System.CommandLine;
using System.CommandLine.Invocation;

namespace MetricsAsCode.Cli.Terminal;

/// <summary><c>--version</c></summary>
internal sealed class VersionAction(ToolConsole console) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        console.Out.WriteLine($"metrics {CommandLine.Version}");
        return ExitCode.Fine;
    }
}
