using System.CommandLine;
using MetricsAsCode.Cli.Computing;
using MetricsAsCode.Cli.Definitions;
using MetricsAsCode.Cli.Mutating;
using MetricsAsCode.Cli.Terminal;
using MetricsAsCode.Engines;
using MetricsAsCode.Engines.Loading;
using MetricsAsCode.Engines.Mutation;
using MetricsAsCode.Engines.Testing;

namespace MetricsAsCode.Cli.Verbs;

/// <summary><c>metrics mutate</c>: whether the tests would notice a mistake in the definitions.</summary>
internal static class MutateVerb
{
    public static Command Command(ToolContext tool)
    {
        var path = CommonOptions.Path();
        var only = new Option<string?>("--only") { HelpName = "NAME", Description = "Only what is declared under this name: a metric, let, define, funnel, or objective.key_result; `module.name` or a module for all of it." };
        var explained = new Option<string?>("--explained") { HelpName = "FILE", Description = "Survivors that may survive, one a line: module.declaration | change | reason." };
        var format = CommonOptions.Format("text", "markdown", "json");
        var verb = new VerbCommand(
            "mutate",
            "Makes small mistakes in the definitions, one at a time, and lists those that no test notices.",
            "metrics mutate metrics-defs/northwind",
            "metrics mutate metrics-defs/northwind --only revenue",
            "metrics mutate --explained metrics-defs/mutants.txt --format markdown > docs/mutation.md")
        {
            path, only, explained, format,
        };
        verb.SetAction(parsed =>
        {
            var explanations = Explanations(tool, parsed.GetValue(explained));
            return Run(tool, tool.LoadSound(parsed.GetValue(path)), parsed.GetValue(only), explanations, parsed.GetValue(format)!);
        });
        return verb;
    }

    private static int Run(ToolContext tool, Workspace workspace, string? only, ExplainedMutants explanations, string format)
    {
        RequirePassing(tool, workspace);
        var runner = new MutationRunner(workspace, KeyResults.Score);
        var mutations = runner.All.Where(m => only is null || IsOf(m, only)).ToArray();
        if (mutations.Length == 0)
            throw ToolException.Usage(only is null ? "there is nothing to change: no formula is declared." : $"--only `{only}` names nothing that has a formula of its own. `metrics list` shows what there is.");
        var outcomes = Judge(tool, runner, mutations).Select(explanations.Explain).ToArray();
        var report = new MutationReport(outcomes, explanations.Path, only is null ? [.. explanations.Stale(outcomes)] : []);
        switch (format)
        {
            case "json":
                tool.Console.Out.WriteLine(MutationJson.Of(report));
                break;
            case "markdown":
                tool.Console.Out.Write(MutationMarkdown.Of(report));
                break;
            default:
                MutationText.Print(report, tool.Console);
                break;
        }

        return report.HasFindings ? ExitCode.Findings : ExitCode.Fine;
    }

    private static MutantOutcome[] Judge(ToolContext tool, MutationRunner runner, Mutation[] mutations)
    {
        var outcomes = new MutantOutcome[mutations.Length];
        int done = 0;
        using (new Progress(tool.Console, () => FormattableString.Invariant($"mutating, {Volatile.Read(ref done)} of {mutations.Length}")))
        {
            var options = new ParallelOptions { CancellationToken = tool.Stop, MaxDegreeOfParallelism = Environment.ProcessorCount };
            Parallel.For(0, mutations.Length, options, i =>
            {
                outcomes[i] = runner.Judge(mutations[i], tool.Stop);
                Interlocked.Increment(ref done);
            });
        }

        return outcomes;
    }

    // A test that fails anyway would kill every mutant.
    private static void RequirePassing(ToolContext tool, Workspace workspace)
    {
        using var progress = new Progress(tool.Console, "testing");
        foreach (var module in workspace.Modules.Where(m => !m.Tests.IsEmpty))
        {
            using var runner = new TestRunner(module, EngineKind.Reference, KeyResults.Score);
            if (module.Tests.FirstOrDefault(t => !runner.Run(t, tool.Stop).HasPassed) is { } failed)
                throw new ToolException(ExitCode.Findings, $"the test \"{failed.Label}\" fails as it is. Mend it first: `metrics test` shows how.");
        }
    }

    private static bool IsOf(Mutation mutation, string name) =>
        name == mutation.Module || Names(mutation.Declaration, name) || Names($"{mutation.Module}.{mutation.Declaration}", name);

    private static bool Names(string declaration, string name) =>
        string.Equals(declaration, name, StringComparison.Ordinal) || declaration.StartsWith(name + ".", StringComparison.Ordinal);

    private static ExplainedMutants Explanations(ToolContext tool, string? path)
    {
        if (path is null)
            return ExplainedMutants.None;
        try
        {
            return ExplainedMutants.Read(path, File.ReadAllText(tool.Full(path)));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw ToolException.Usage($"--explained `{path}` cannot be read ({e.Message})");
        }
        catch (FormatException e)
        {
            throw ToolException.Usage(e.Message);
        }
    }
}
