using System.CommandLine;
using MetricsAsCode.Cli.Computing;
using MetricsAsCode.Cli.Definitions;
using MetricsAsCode.Cli.Output;
using MetricsAsCode.Cli.Terminal;
using MetricsAsCode.Compiler.Emit.Sql;
using MetricsAsCode.Engines.Loading;

namespace MetricsAsCode.Cli.Verbs;

/// <summary><c>metrics build</c>: everything that is generated from the definitions, the same bytes every time.</summary>
internal static class BuildVerb
{
    public static Command Command(ToolContext tool)
    {
        var path = CommonOptions.Path();
        var output = CommonOptions.Out();
        var check = new Option<bool>("--check") { Description = "Write nothing; fail when a file is stale, missing or orphaned." };
        var dialect = Dialects();
        var data = new DataOptions();
        var verb = new VerbCommand(
            "build",
            "Writes calculators (C#), statements (SQL) and scorecards (Markdown and SVG) of all definitions under PATH, and removes generated files that have no definition any more.",
            "metrics build metrics-defs --out generated",
            "metrics build metrics-defs --out generated --check",
            "metrics build metrics-defs --dialect postgres")
        {
            path, output, dialect, check,
        };
        data.AddTo(verb);
        verb.SetAction(parsed =>
        {
            var workspace = tool.LoadSoundWithTemplates(parsed.GetValue(path));
            return Run(tool, workspace, data.Read(tool, parsed, workspace), tool.Full(parsed.GetValue(output)!), Of(parsed.GetValue(dialect)!), parsed.GetValue(check));
        });
        return verb;
    }

    private static Option<string[]> Dialects()
    {
        var option = new Option<string[]>("--dialect")
        {
            Description = "For which databases statements are written; may stand more than once. Those of others are removed.",
            DefaultValueFactory = static _ => [SqlDialect.DuckDb.Name],
            HelpName = string.Join('|', SqlDialect.All.Select(d => d.Name)),
        };
        option.AcceptOnlyFromAmong([.. SqlDialect.All.Select(d => d.Name)]);
        return option;
    }

    private static IReadOnlyList<SqlDialect> Of(string[] names) => [.. SqlDialect.All.Where(d => names.Contains(d.Name, StringComparer.Ordinal))];

    private static int Run(ToolContext tool, Workspace workspace, DataAccess data, string outFolder, IReadOnlyList<SqlDialect> dialects, bool isCheck)
    {
        IReadOnlyList<(string Path, string Content)> files;
        using (new Progress(tool.Console, "building"))
            files = GeneratedFiles.Of(tool, workspace, data, outFolder, dialects);
        var orphans = GeneratedFiles.OrphansIn(outFolder, files.Select(f => f.Path).ToHashSet(StringComparer.Ordinal));
        return isCheck ? Check(tool, files, orphans, outFolder) : Write(tool, files, orphans, outFolder);
    }

    private static int Write(ToolContext tool, IReadOnlyList<(string Path, string Content)> files, IReadOnlyList<string> orphans, string outFolder)
    {
        var changed = OutputFolder.Write(tool, files, orphans);
        foreach (string path in changed)
            tool.Console.Out.WriteLine($"wrote {tool.Shown(path)}");
        foreach (string path in orphans)
            tool.Console.Out.WriteLine($"removed {tool.Shown(path)}");
        tool.Console.Out.WriteLine(Summary(tool, files.Count, outFolder));
        return ExitCode.Fine;
    }

    private static int Check(ToolContext tool, IReadOnlyList<(string Path, string Content)> files, IReadOnlyList<string> orphans, string outFolder)
    {
        var findings = files
            .Where(f => !StagedFiles.HasContent(f.Path, f.Content))
            .Select(f => $"{(File.Exists(f.Path) ? "stale" : "missing")}: {tool.Shown(f.Path)}")
            .Concat(orphans.Select(o => $"orphaned: {tool.Shown(o)}"))
            .ToList();
        foreach (string finding in findings)
            tool.Console.Error.WriteLine(finding);
        if (findings.Count == 0)
        {
            tool.Console.Out.WriteLine(Summary(tool, files.Count, outFolder));
            return ExitCode.Fine;
        }

        throw new ToolException(ExitCode.Findings, $"`{tool.Shown(outFolder)}` is not what the definitions and data give. Run the same command without --check.");
    }

    private static string Summary(ToolContext tool, int count, string outFolder) =>
        FormattableString.Invariant($"{tool.Shown(outFolder)}: {count} {(count == 1 ? "file" : "files")} up to date");
}
