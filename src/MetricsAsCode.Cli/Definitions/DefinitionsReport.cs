using System.Globalization;
using MetricsAsCode.Cli.Terminal;
using MetricsAsCode.Compiler.Symbols;
using MetricsAsCode.Engines.Loading;

namespace MetricsAsCode.Cli.Definitions;

/// <summary>Prints every finding of a workspace with its line and carets, and sums them up.</summary>
internal static class DefinitionsReport
{
    public static void Print(Workspace workspace, ToolConsole console)
    {
        var excerpts = new Excerpts(console);
        foreach (var problem in workspace.Unreadable)
            console.Error.WriteLine(problem);
        foreach (var finding in workspace.Diagnostics)
            excerpts.Print(finding.Location, finding.IsError ? "error" : "warning", $" {finding.Id}: {finding.Message}", !finding.IsError);

        if (workspace.HasErrors || workspace.Diagnostics.Length > 0)
            console.Error.WriteLine(Totals(workspace));
    }

    /// <summary>E.g. <c>3 errors, 1 warning in 2 files</c>.</summary>
    public static string Totals(Workspace workspace)
    {
        int errors = workspace.Unreadable.Length + workspace.Diagnostics.Count(d => d.IsError);
        int warnings = workspace.Diagnostics.Count(d => !d.IsError);
        int files = workspace.Diagnostics.Select(d => d.Location.Text.Path).Concat(workspace.Unreadable.Select(p => p.Path)).Distinct(StringComparer.Ordinal).Count();
        var counts = new[] { (errors, "error"), (warnings, "warning") }.Where(c => c.Item1 > 0).Select(c => Count(c.Item1, c.Item2));
        return $"{string.Join(", ", counts)} in {Count(files, "file")}";
    }

    /// <summary>E.g. <c>northwind: 4 sources, 18 metrics, 2 objectives, 1 scorecard, 18 tests: no mistakes</c>.</summary>
    public static string Summary(ModuleSymbol module, bool hasWarnings)
    {
        var counts = new[]
        {
            (module.Sources.Length, "source"), (module.Metrics.Count(m => m is { IsAnonymous: false, MemberOf: null }), "metric"), (module.Objectives.Length, "objective"),
            (module.Scorecards.Length, "scorecard"), (module.Tests.Length, "test"),
        };
        var named = counts.Where(c => c.Item1 > 0).Select(c => Count(c.Item1, c.Item2)).DefaultIfEmpty("nothing declared");
        return $"{module.Name}: {string.Join(", ", named)}: {(hasWarnings ? "no errors" : "no mistakes")}";
    }

    private static string Count(int count, string noun) => string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}");
}
