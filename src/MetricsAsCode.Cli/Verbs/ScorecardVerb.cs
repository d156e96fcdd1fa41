using System.CommandLine;
using MetricsAsCode.Cli.Computing;
using MetricsAsCode.Cli.Definitions;
using MetricsAsCode.Cli.Naming;
using MetricsAsCode.Cli.Output;
using MetricsAsCode.Cli.Terminal;
using MetricsAsCode.Compiler.Diagnostics;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Compiler.Syntax;
using MetricsAsCode.Engines.Loading;

namespace MetricsAsCode.Cli.Verbs;

/// <summary><c>metrics scorecard</c>: computes scorecards and writes them as Markdown, with their pictures beside them.</summary>
internal static class ScorecardVerb
{
    public static Command Command(ToolContext tool)
    {
        var path = CommonOptions.Path();
        var period = new Option<string?>("--for") { HelpName = "PERIOD", Description = "Another period than the scorecard's own." };
        var name = new Option<string?>("--name") { HelpName = "NAME", Description = "Only the scorecard of that name." };
        var output = CommonOptions.Out();
        var data = new DataOptions();
        var verb = new VerbCommand(
            "scorecard",
            "Computes scorecards and writes each to OUT/scorecards/MODULE-NAME.md, its pictures to the folder of that name.",
            "metrics scorecard metrics-defs/northwind",
            "metrics scorecard --name q1 --as-of 1998-02-15 --out /tmp/preview",
            "metrics scorecard --for 1997-Q4")
        {
            path, period, name, output,
        };
        data.AddTo(verb);
        verb.SetAction(parsed =>
        {
            var written = parsed.GetValue(period) is { } text ? PeriodOf(text) : null;
            var workspace = tool.LoadSoundWithTemplates(parsed.GetValue(path));
            var asked = Choose(workspace, parsed.GetValue(name));
            return Run(tool, asked, data.Read(tool, parsed, workspace), written, tool.Full(parsed.GetValue(output)!));
        });
        return verb;
    }

    private static int Run(ToolContext tool, IReadOnlyList<(ModuleSymbol Module, ScorecardSymbol Scorecard)> asked, DataAccess data, PeriodSyntax? period, string outFolder)
    {
        var files = new List<ScorecardFile>();
        using (new Progress(tool.Console, "computing"))
        {
            foreach (var module in asked.GroupBy(a => a.Module))
            {
                using var open = data.Open(module.Key, tool.Stop);
                files.AddRange(module.Select(m => ScorecardFile.Compute(tool, open, period is null ? m.Scorecard : m.Scorecard with { For = period }, outFolder)));
            }
        }

        OutputFolder.Write(tool, files.SelectMany(static f => f.Files), files.SelectMany(static f => f.OldPictures()).ToList());
        foreach (var file in files)
            ScorecardSummary.Print(tool, file);
        return ExitCode.Fine;
    }

    private static List<(ModuleSymbol Module, ScorecardSymbol Scorecard)> Choose(Workspace workspace, string? name)
    {
        var all = workspace.Modules.SelectMany(m => m.Scorecards.Select(s => (Module: m, Scorecard: s))).ToList();
        if (all.Count == 0)
            throw ToolException.Usage("The definitions declare no scorecard. Add one, e.g. `scorecard q3 for 2026-Q3 { show metrics }`.");
        if (name is null)
            return all;
        var found = all.Where(s => name == s.Scorecard.Name || name == $"{s.Module.Name}.{s.Scorecard.Name}").ToList();
        if (found.Count > 0)
            return found;
        string suggestion = Suggestion.DidYouMean(name, all.Select(s => s.Scorecard.Name));
        throw ToolException.Usage($"`{name}` is not a scorecard.{(suggestion.Length > 0 ? suggestion : $" There are {string.Join(", ", all.Select(s => $"`{s.Scorecard.Name}`"))}.")}");
    }

    private static PeriodSyntax PeriodOf(string written)
    {
        PeriodNames.Read(written);
        return Parser.ParsePeriod(written) ?? throw ToolException.Usage($"`{written}` is not a period that a scorecard can have. Write it as behind `for`, e.g. 2026-Q3.");
    }
}
