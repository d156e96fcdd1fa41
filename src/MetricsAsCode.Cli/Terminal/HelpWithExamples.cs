using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using MetricsAsCode.Cli.Verbs;

namespace MetricsAsCode.Cli.Terminal;

/// <summary>The usual help, then the verb's examples.</summary>
internal sealed class HelpWithExamples(ToolConsole console) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var help = new HelpAction { MaxWidth = Math.Min(console.Width, 120) };
        help.Invoke(parseResult);
        if (parseResult.CommandResult.Command is VerbCommand verb)
        {
            console.Out.WriteLine("Examples:");
            foreach (string example in verb.Examples)
                console.Out.WriteLine($"  {example}");
        }

        else
        {
            console.Out.WriteLine("Exit codes: 0 fine, 1 findings, 2 wrong use, 3 data that cannot be read or break their contract.");
        }

        return ExitCode.Fine;
    }
}
