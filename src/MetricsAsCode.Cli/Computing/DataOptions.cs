using System.CommandLine;
using MetricsAsCode.Cli.Naming;
using MetricsAsCode.Cli.Verbs;
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
    }

    /// <summary>Whether the command line gives one of them.</summary>
    public bool AreGiven(ParseResult parsed) => parsed.GetResult(asOf) is { Implicit: false } || parsed.GetResult(data) is { Implicit: false };

    /// <summary>What the command line says, checked against the definitions.</summary>
    public DataAccess Read(ToolContext tool, ParseResult parsed, Workspace workspace) => Read(tool, parsed, workspace, workspace.BaseDirectory);

    /// <summary>The same, with the paths that the command line gives relative to a folder.</summary>
    public DataAccess Read(ToolContext tool, ParseResult parsed, Workspace workspace, string folder) => new(
        new DataCatalogue(
            workspace.BaseDirectory,
            DataBindings.Read(workspace, parsed.GetValue(data)!).ToDictionary(b => b.Key, b => Path.GetFullPath(b.Value, folder), StringComparer.Ordinal),
            new DataRoots(workspace.BaseDirectory, workspace.Root)),
        parsed.GetValue(asOf) is { } day ? PeriodNames.ReadDay(day) : null,
        engine.Of(parsed).In(folder))
    {
        Cache = tool.Cache,
    };
}
