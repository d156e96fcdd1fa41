using System.CommandLine;
using System.CommandLine.Help;
using System.Reflection;
using MetricsAsCode.Cli.Terminal;
using MetricsAsCode.Cli.Verbs;

namespace MetricsAsCode.Cli;

/// <summary>The verbs as one command line, and what is said when it cannot be read.</summary>
internal static class CommandLine
{
    private static readonly Option<bool> NoColour = new("--no-color") { Description = "Print no colours. The variable NO_COLOR does the same.", Recursive = true };

    /// <summary>The version of the tool, e.g. <c>0.1.0</c>.</summary>
    public static string Version { get; } =
        typeof(CommandLine).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    public static int Invoke(IReadOnlyList<string> arguments, ToolContext tool)
    {
        var console = tool.Console with { Colours = tool.Console.Colours && !arguments.TakeWhile(a => a != "--").Contains(NoColour.Name) };
        tool = tool with { Console = console };
        var root = Root(tool);
        var parsed = root.Parse(arguments, new ParserConfiguration { EnablePosixBundling = false, ResponseFileTokenReplacer = null });
        bool asksForHelp = parsed.Action is HelpAction or HelpWithExamples or VersionAction;
        if (!asksForHelp && (parsed.Errors.Count > 0 || ParseFailure.StrayOption(parsed) is not null))
            throw ToolException.Usage(ParseFailure.Message(parsed, root));
        return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false, Output = console.Out, Error = console.Error, ProcessTerminationTimeout = null });
    }

    private static RootCommand Root(ToolContext tool)
    {
        var root = new RootCommand("Metrics as code: definitions in, checked numbers and scorecards out.")
        {
            CheckVerb.Command(tool),
            ListVerb.Command(tool),
            RunVerb.Command(tool),
            ExplainVerb.Command(tool),
            SqlVerb.Command(tool),
            TestVerb.Command(tool),
            MutateVerb.Command(tool),
            DiffVerb.Command(tool),
            ScorecardVerb.Command(tool),
            BuildVerb.Command(tool),
        };
        root.Add(NoColour);
        foreach (var option in root.Options)
        {
            if (option is HelpOption help)
                help.Action = new HelpWithExamples(tool.Console);
            else if (option is VersionOption version)
                version.Action = new VersionAction(tool.Console);
        }

        return root;
    }
}
