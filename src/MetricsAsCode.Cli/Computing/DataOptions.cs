using System.CommandLine;
using MetricsAsCode.Cli.Naming;
using MetricsAsCode.Cli.Verbs;
using MetricsAsCode.Data;
using MetricsAsCode.Engines;
using MetricsAsCode.Engines.Loading;

namespace MetricsAsCode.Cli.Computing;

/// <summary>The options of every verb that reads data: <c>--as-of</c>, <c>--data</c>, and the engine.</summary>
internal sealed class DataOptions
{
    private readonly Option<string?> asOf = new("--as-of") { HelpName = "DATE", Description = "The last day whose rows count. Default: the newest day in the data." };

    private readonly Option<string[]> data = new("--data")
    {
        HelpName = "SOURCE=PATH",
        Description = "Reads a source from another file. Can be given several times.",
        DefaultValueFactory = _ => [],
    };

    private readonly Option<string> badRows = CommonOptions.Choice("--bad-rows", "What becomes of rows that break the contract of their source: they are errors, or are set aside, written to files and counted.", "fail", "quarantine");

    private readonly Option<string> quarantine = new("--quarantine")
    {
        HelpName = "FOLDER",
        Description = "Where rows that are set aside are written, a file for each source.",
        DefaultValueFactory = _ => "quarantine",
    };

    private readonly EngineOption engine = new();

    public void AddTo(Command verb)
    {
        AddWithoutEngine(verb);
        verb.Add(engine.Option);
    }

    /// <summary>For a verb that computes in one way only.</summary>
    public void AddWithoutEngine(Command verb)
    {
        verb.Add(asOf);
        verb.Add(data);
        verb.Add(badRows);
        verb.Add(quarantine);
    }

    /// <summary>Whether the command line gives one of them.</summary>
    public bool AreGiven(ParseResult parsed) => parsed.GetResult(asOf) is { Implicit: false } || parsed.GetResult(data) is { Implicit: false };

    /// <summary>What the command line says, checked against the definitions.</summary>
    public DataAccess Read(ToolContext tool, ParseResult parsed, Workspace workspace) => Read(tool, parsed, workspace, workspace.BaseDirectory);

    /// <summary>The same, with the paths that the command line gives relative to a folder.</summary>
    public DataAccess Read(ToolContext tool, ParseResult parsed, Workspace workspace, string folder)
    {
        var (rows, computes) = (BadRowsOf(parsed), engine.Of(parsed).In(folder));
        if (rows == BadRows.Quarantine && (computes.File is not null || (DatabaseServer.Of(computes.Kind) is { } server && workspace.Modules.SelectMany(m => m.Sources).Any(server.Has))))
            throw ToolException.Usage("rows of a database cannot be set aside: --bad-rows quarantine reads files. Mend the table, or compute with --engine duckdb.");
        return Access(tool, parsed, workspace, folder, rows, computes);
    }

    private DataAccess Access(ToolContext tool, ParseResult parsed, Workspace workspace, string folder, BadRows rows, EngineChoice computes) => new(
        new DataCatalogue(
            workspace.BaseDirectory,
            DataBindings.Read(workspace, parsed.GetValue(data)!).ToDictionary(b => b.Key, b => Path.GetFullPath(b.Value, folder), StringComparer.Ordinal),
            new DataRoots(workspace.BaseDirectory, workspace.Root),
            rows)
        {
            Elsewhere = DatabaseServer.Of(computes.Kind)?.Format,
            Cache = tool.Caches?.Columns,
        },
        parsed.GetValue(asOf) is { } day ? PeriodNames.ReadDay(day) : null,
        computes)
    {
        Cache = tool.Caches?.Calculators,
        Say = tool.Console.Error.WriteLine,
        Quarantine = rows == BadRows.Quarantine ? new Quarantine(tool, Path.GetFullPath(parsed.GetValue(quarantine)!, folder)) : null,
    };

    private BadRows BadRowsOf(ParseResult parsed) => parsed.GetValue(badRows) == "quarantine" ? BadRows.Quarantine
        : parsed.GetResult(quarantine) is { Implicit: false } ? throw ToolException.Usage("--quarantine says where rows go that are set aside. Write --bad-rows quarantine with it.")
        : BadRows.Fail;
}
