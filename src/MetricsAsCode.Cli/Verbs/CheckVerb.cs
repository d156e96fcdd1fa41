using System.CommandLine;
using MetricsAsCode.Cli.Computing;
using MetricsAsCode.Cli.Definitions;
using MetricsAsCode.Cli.Findings;
using MetricsAsCode.Compiler.Diagnostics;
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
            "Prints every mistake of every file, or that there is none; with --engine duckdb:FILE, postgres or clickhouse also where the tables of a database are not what sources declare.",
            "metrics check",
            "metrics check metrics-defs/northwind",
            "metrics check --format json > findings.json",
            "metrics check --format sarif > findings.sarif",
            "metrics check --engine duckdb:shop.db metrics-defs/shop",
            "metrics check --engine postgres metrics-defs/shop")
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
        if (!workspace.HasErrors)
            workspace = workspace.With(Tables(workspace, engine, tool.Stop));
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

    private static IReadOnlyList<Diagnostic> Tables(Workspace workspace, EngineChoice engine, CancellationToken stop) => engine switch
    {
        { File: { } database } => DatabaseFile.Check(workspace.Modules, database, stop),
        _ when DatabaseServer.Of(engine.Kind) is { } server => workspace.Modules.SelectMany(m => m.Sources).Any(server.Has)
            ? server.Check(workspace.Modules, stop)
            : throw ToolException.Usage($"No source is a table of {server.Name}. Declare one, e.g. `source orders from {server.Format} \"{server.Example}\" {{ … }}`."),
        _ => [],
    };

    private static void PrintSummaries(Workspace workspace, ToolContext tool)
    {
        foreach (var module in workspace.Modules)
            tool.Console.Out.WriteLine(DefinitionsReport.Summary(module, workspace.Diagnostics.Length > 0));
    }
}
