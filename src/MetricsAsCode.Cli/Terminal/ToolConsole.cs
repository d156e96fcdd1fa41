namespace MetricsAsCode.Cli.Terminal;

/// <summary>Where the tool writes: results to <paramref name="Out"/>, findings and progress to <paramref name="Error"/>.</summary>
/// <param name="OutIsTerminal">Whether people read the results as they come: tables fit the width.</param>
/// <param name="ErrorIsTerminal">Whether people read the findings as they come: colours, progress.</param>
/// <param name="Width">The width of a terminal in cells; without one, lines are as long as they need be.</param>
/// <param name="Colours">Whether a terminal may be given colours.</param>
internal sealed record ToolConsole(TextWriter Out, TextWriter Error, bool OutIsTerminal = false, bool ErrorIsTerminal = false, int Width = 120, bool Colours = true)
{
    public bool ColoursOnOut => Colours && OutIsTerminal;

    public bool ColoursOnError => Colours && ErrorIsTerminal;

    public static ToolConsole OfProcess()
    {
        bool noColour = !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
            || string.Equals(Environment.GetEnvironmentVariable("TERM"), "dumb", StringComparison.Ordinal);
        bool outIsTerminal = !Console.IsOutputRedirected;
        return new(Console.Out, Console.Error, outIsTerminal, !Console.IsErrorRedirected, outIsTerminal ? Math.Max(40, Console.WindowWidth) : 120, !noColour);
    }
}
