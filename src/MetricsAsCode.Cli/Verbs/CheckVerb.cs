using System.CommandLine;
using MetricsAsCode.Cli.Definitions;
using MetricsAsCode.Engines.Loading;

namespace MetricsAsCode.Cli.Verbs;

/// <summary><c>metrics check</c>: every mistake of every file.</summary>
internal static class CheckVerb
{
    public static Command Command(ToolContext tool)
    {
        var path = CommonOptions.Path();
        var format = CommonOptions.Format("text", "json");
        var verb = new VerbCommand(
            "check",
            "Prints every mistake of every file, or that there is none.",
            "metrics check",
            "metrics check metrics-defs/northwind",
            "metrics check --format json > findings.json")
        {
            path, format,
        };
        verb.SetAction(parsed => Run(tool, parsed.GetValue(path), parsed.GetValue(format)!));
        return verb;
    }

    private static int Run(ToolContext tool, string? path, string format)
    {
        var workspace = Workspace.Load(tool.PathOrDefault(path), tool.CurrentDirectory);
        if (format == "json")
        {
            tool.Console.Out.WriteLine(DefinitionsJson.Of(workspace));
        }
        else
        {
            DefinitionsReport.Print(workspace, tool.Console);
            if (!workspace.HasErrors)
                PrintSummaries(workspace, tool);
        }

        return workspace.HasErrors ? ExitCode.Findings : ExitCode.Fine;
    }

    private static void PrintSummaries(Workspace workspace, ToolContext tool)
    {
        foreach (var module in workspace.Modules)
            tool.Console.Out.WriteLine(DefinitionsReport.Summary(module, workspace.Diagnostics.Length > 0));
    }
}
