using System.CommandLine;
using System.Globalization;
using MetricsAsCode.Cli.Computing;
using MetricsAsCode.Cli.Definitions;
using MetricsAsCode.Cli.Findings;
using MetricsAsCode.Cli.Terminal;
using MetricsAsCode.Engines;
using MetricsAsCode.Engines.Loading;
using MetricsAsCode.Engines.Testing;

namespace MetricsAsCode.Cli.Verbs;

/// <summary><c>metrics test</c>: the tests written in the files.</summary>
internal static class TestVerb
{
    public static Command Command(ToolContext tool)
    {
        var path = CommonOptions.Path();
        var format = CommonOptions.Format(["text", .. FindingFormats.Names]);
        var engine = new EngineOption();
        var verb = new VerbCommand(
            "test",
            "Runs the tests written in the files, each on its own tables.",
            "metrics test",
            "metrics test metrics-defs/northwind",
            "metrics test --format github")
        {
            path, format, engine.Option,
        };
        verb.SetAction(parsed => Run(tool, tool.LoadSound(parsed.GetValue(path)), OwnTables(engine.Of(parsed)), parsed.GetValue(format)!));
        return verb;
    }

    // Tests bring their tables with them.
    private static EngineKind OwnTables(EngineChoice engine) =>
        engine.File is null ? engine.Kind : throw ToolException.Usage("Tests have their own tables. Write --engine duckdb, without a file.");

    private static int Run(ToolContext tool, Workspace workspace, EngineKind kind, string format)
    {
        var outcomes = new List<TestOutcome>();
        using (new Progress(tool.Console, "testing"))
        {
            foreach (var module in workspace.Modules.Where(m => !m.Tests.IsEmpty))
            {
                using var runner = new TestRunner(module, kind, KeyResults.Score);
                outcomes.AddRange(module.Tests.Select(t => runner.Run(t, tool.Stop)));
            }
        }

        if (FindingFormats.Write(format, Finding.Of(outcomes)) is { } written)
            tool.Console.Out.Write(written);
        else
            Print(tool.Console, outcomes);
        return outcomes.TrueForAll(o => o.HasPassed) ? ExitCode.Fine : ExitCode.Findings;
    }

    private static void Print(ToolConsole console, List<TestOutcome> outcomes)
    {
        var excerpts = new Excerpts(console);
        foreach (var outcome in outcomes)
        {
            foreach (var failure in outcome.Failures)
                excerpts.Print(failure.Location, "failed", $": \"{outcome.Test.Label}\": {failure.Message}");
        }

        console.Out.WriteLine(Totals(outcomes));
    }

    private static string Totals(List<TestOutcome> outcomes)
    {
        int failed = outcomes.Count(o => !o.HasPassed);
        int expectations = outcomes.Sum(o => o.Test.Expectations.Length);
        return string.Create(CultureInfo.InvariantCulture, $"{outcomes.Count} {(outcomes.Count == 1 ? "test" : "tests")}, {expectations} {(expectations == 1 ? "expectation" : "expectations")}: {(failed == 0 ? "all passed" : $"{outcomes.Count - failed} passed, {failed} failed")}");
    }
}
