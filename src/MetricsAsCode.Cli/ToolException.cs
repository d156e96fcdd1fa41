namespace MetricsAsCode.Cli;

/// <summary>Ends a verb with a message for the user: the fact, then the remedy.</summary>
internal sealed class ToolException(int exitCode, string message, Exception? inner = null) : Exception(message, inner)
{
    public int ExitCode { get; } = exitCode;

    public static ToolException Usage(string message) => new(Cli.ExitCode.Usage, message);
}
