using System.CommandLine;
using MetricsAsCode.Cli.Definitions;
using MetricsAsCode.Cli.Findings;
using MetricsAsCode.Engines;
using MetricsAsCode.Engines.Loading;
using MetricsAsCode.Engines.Sql;

namespace MetricsAsCode.Cli.Verbs;

/// <summary><c>metrics check</c>: every mistake of every file.</summary>
internal static class CheckVerb
{
    public static Command Command(ToolContext tool)
    {
        var path = CommonOptions.Path();
        var format = CommonOptions.Format(["text", "json", .. FindingFormats.Names]);
        var engine = new EngineOption();
        var verb = new VerbCommand(
            "check",
            "Prints every mistake of every file, or that there is none; with --engine duckdb:FILE also where the tables of a database are not what sources declare.",
            "metrics check",
            "metrics check metrics-defs/northwind",
            "metrics check --format json > findings.json",
            "metrics check --format sarif > findings.sarif",
            "metrics check --engine duckdb:shop.db metrics-defs/shop")
        {
            path, format, engine.Option,
        };
        verb.SetAction(parsed => Run(tool, parsed.GetValue(path), parsed.GetValue(format)!, engine.Of(parsed).In(tool.CurrentDirectory)));
        return verb;
    }

    private static int Run(ToolContext tool, string? path, string format, EngineChoice engine)
    {
        if (engine is { Kind: EngineKind.DuckDb, File: null })
            throw ToolException.Usage("A database in memory has no tables to check. Write --engine duckdb:FILE.");
        var workspace = Workspace.Load(tool.PathOrDefault(path), tool.CurrentDirectory).WithTemplates(tool);
        // What the definitions mean must be sure before tables are held against it.
        if (engine.File is { } database && !workspace.HasErrors)
            workspace = workspace.With(DatabaseFile.Check(workspace.Modules, database, tool.Stop));
        if (format == "json")
        {
            tool.Console.Out.WriteLine(DefinitionsJson.Of(workspace));
        }
        else if (FindingFormats.Write(format, Finding.Of(workspace)) is { } written)
        {
            tool.Console.Out.Write(written);
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
